import { isUtf8 } from "node:buffer";
import type { Context } from "hono";
import type { z } from "zod";
import type { Environment } from "./environment.ts";
import { listed, Problem } from "./problem.ts";
import { requestHeader } from "./request-header.ts";

/** A request body may have this many bytes (T12). */
const MOST_BODY_BYTES = 1_048_576;
/** So long a request may take to send its body; clients wait no longer for an answer. */
const LONGEST_READ = 30_000;
const DEEPEST = 16;

/**
 * Reads a JSON body and checks it against a schema.
 *
 * Refused: another media type or a compressed body (415), more than 1 MiB (413), one that takes too long to come
 * (408), bytes that are not UTF-8 or not JSON (400), nesting
 * and keys that no template has (422), and what the schema refuses (422).
 */
export async function readBody<Schema extends z.ZodType>(
  c: Context<Environment>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const type = requestHeader(c, "content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new Problem(415, "请求内容应为 JSON，请设 Content-Type: application/json。");
  const text = await bodyText(c);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, "请求内容不是完整的 JSON，请检查格式。");
  }
  checkShape(value, 0);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    row: 0,
    column: issue.code === "unrecognized_keys" ? issue.keys.join("、") : issue.path.join("."),
    message:
      issue.code === "unrecognized_keys"
        ? "没有这个字段，请删除"
        : issue.code === "invalid_type" && at(value, issue.path) === undefined
          ? "必须填写"
          : issue.message,
  }));
  const first = errors[0];
  const column = first?.column.slice(0, 100) ?? "";
  const message = first?.message ?? "";
  const words = message.startsWith(column) ? message : `${column} ${message}`;
  throw new Problem(422, `请求内容有误：${words}。`, listed(errors));
}

/** What stands in a value at a path. */
const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** The body as text, read once; refused while it is read, as soon as it is too large. */
export async function bodyText(c: Context<Environment>): Promise<string> {
  const text = c.get("bodyText") ?? (await readText(c));
  c.set("bodyText", text);
  return text;
}

async function readText(c: Context): Promise<string> {
  const encoding = requestHeader(c, "content-encoding")?.trim().toLowerCase() || "identity";
  if (encoding !== "identity") {
    throw new Problem(415, "请求内容不能压缩，请去掉 Content-Encoding，原样发送 JSON。");
  }
  const bytes = await inTime(readBytes(c));
  if (!isUtf8(bytes)) throw new Problem(400, "请求内容不是 UTF-8 编码，请转成 UTF-8。");
  const text = bytes.toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** Waits for the bytes of a body as long as a request may take, and says where they do not come. */
async function inTime(reading: Promise<Buffer>): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), LONGEST_READ);
  });
  try {
    const bytes = await Promise.race([reading, late]);
    if (bytes !== "late") return bytes;
    throw new Problem(
      408,
      `请求内容 ${LONGEST_READ / 1000} 秒还没有发完，请检查网络后再试。`,
      {},
      { Connection: "close" },
    );
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, "请求没有发完就断开了，请再试一次。");
  } finally {
    clearTimeout(timer);
    reading.catch(() => {});
  }
}

async function readBytes(c: Context): Promise<Buffer> {
  const tooLarge = () => new Problem(413, "请求内容超过 1 MiB，请减少行数或分成几个模板。");
  const length = requestHeader(c, "content-length");
  if (length !== undefined) {
    if (Number(length) > MOST_BODY_BYTES) throw tooLarge();
    return Buffer.from(await c.req.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checkShape(value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > DEEPEST) throw new Problem(422, `请求内容嵌套超过 ${DEEPEST} 层，请改成简单的表格。`);
  if (!Array.isArray(value) && Object.hasOwn(value, "__proto__")) {
    throw new Problem(422, "请求内容里有不允许的字段 __proto__，请删除。");
  }
  for (const each of Object.values(value)) checkShape(each, depth + 1);
}
