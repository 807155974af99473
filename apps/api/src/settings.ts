import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { isNetwork } from "./client-address.ts";
import { hostName } from "./host-name.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const whole = (words: string, least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, words)
    .transform(Number);

const schema = z.object({
  HOST: z.string().min(1, "HOST 不能为空，请填写如 127.0.0.1。").default("127.0.0.1"),
  PORT: whole("PORT 应为 0 到 65535 的整数，请改正，如 PORT=5188。", 0, 65_535).default(5188),
  DATA_DIR: z.string().min(1, "DATA_DIR 不能为空，请填写数据文件夹。").default(".data"),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(?:ql)?:\/\/[^/]*\/./.test(text) && URL.canParse(text),
      "DATABASE_URL 应写成 postgres://用户:密码@主机:5432/数据库名，请改正；不用 PostgreSQL 就去掉这个设定。",
    )
    .optional(),
  SIGNUP: z.enum(["open", "closed"], { error: "SIGNUP 应为 open 或 closed，请改正。" }).default("open"),
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      "ALLOWED_ORIGINS 应为用逗号隔开的网址来源，如 https://example.com（不带路径），请改正。",
    ),
  ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine(
      (hosts) => hosts.every((host) => hostName(host) === host),
      "ALLOWED_HOSTS 应为用逗号隔开的主机名，如 excel.example.com（不带 https:// 和端口），请改正。",
    ),
  SEVENSTAR_BASE_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#@]/.test(text),
      "SEVENSTAR_BASE_URL 应为打开工作台的网址，如 https://excel.example.com，请改正。",
    )
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (networks) => networks.every(isNetwork),
      "TRUSTED_PROXY 应为用逗号隔开的代理地址或网段，如 127.0.0.1 或 172.16.0.0/12，请改正。",
    ),
  RATE_LIMIT: whole(
    "RATE_LIMIT 应为每分钟请求数（不小于 0 的整数，0 表示不限），请改正。",
    0,
    1_000_000,
  ).default(600),
  TEAM_QUOTA: whole(
    "TEAM_QUOTA 应为一个团队最多存多少 MiB（不小于 0 的整数，0 表示不限），请改正。",
    0,
    1_000_000_000,
  ).default(1024),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "LOG_LEVEL 应为 debug、info、warn、error 或 silent，请改正。",
    })
    .default("info"),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[A-Za-z0-9._~+/=-]{16,200}$/,
      "METRICS_TOKEN 应为 16 到 200 个英文字母、数字或 ._~+/=-，请改正。",
    )
    .optional(),
});

/** The API's settings, as the environment gives them. */
export interface Settings extends z.infer<typeof schema> {}

/**
 * Reads the settings from an environment; a relative DATA_DIR is below the repository's root.
 *
 * Wrong values come back as one Chinese sentence each.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings | string[] {
  const known = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  const result = schema.safeParse(known);
  if (!result.success) return result.error.issues.map((issue) => issue.message);
  return { ...result.data, DATA_DIR: resolve(ROOT, result.data.DATA_DIR) };
}
