import { z } from "zod";

/** Where the page takes office.js from; a relative address means copies of our own. */
const OFFICE_JS = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  "self-hosted": "office-js/office.js",
} as const;
const sources = Object.keys(OFFICE_JS) as (keyof typeof OFFICE_JS)[];

/** What a build is told by its environment. */
export interface BuildSettings {
  /** The https address under which the server stands, without a slash at its end. */
  readonly baseUrl: string;
  /** The address of office.js as the pane's page writes it. */
  readonly officeJs: string;
  readonly isSelfHosted: boolean;
}

const notSet = (value: unknown) => (value === "" ? undefined : value);

const environmentSchema = z.object({
  SEVENSTAR_BASE_URL: z.preprocess(
    notSet,
    z
      .url({
        protocol: /^https$/,
        error: ({ input }) =>
          `SEVENSTAR_BASE_URL 应为以 https:// 开头的地址，如 https://excel.example.com，现为“${input}”，请改正后重新构建。`,
      })
      .regex(/^[^?#@]*$/, {
        error: ({ input }) =>
          `SEVENSTAR_BASE_URL 只能是地址本身，不能带 ?、# 或 @，现为“${input}”，请改正后重新构建。`,
      })
      .default("https://localhost:5188"),
  ),
  SEVENSTAR_OFFICE_JS: z.preprocess(
    notSet,
    z
      .enum(sources, {
        error: ({ input }) =>
          `SEVENSTAR_OFFICE_JS 应为 ${sources.join("、")} 之一，现为“${input}”，请改正后重新构建。`,
      })
      .default("cdn"),
  ),
});

/** Reads the build settings; a wrong value gives one Chinese sentence that says what to write. */
export function buildSettings(
  environment: Readonly<Record<string, string | undefined>>,
): BuildSettings | { readonly problem: string } {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) return { problem: read.error.issues[0]?.message ?? "" };
  const { SEVENSTAR_BASE_URL: base, SEVENSTAR_OFFICE_JS: source } = read.data;
  return {
    baseUrl: base.replace(/(?<!\/)\/+$/, ""),
    officeJs: OFFICE_JS[source],
    isSelfHosted: source === "self-hosted",
  };
}
