import { PROTOCOL_HEADER, PROTOCOL_VERSION } from "@sevenstar/core/template/wire/template";

/** What every answer carries (T15), and that browsers take it for what it says it is. */
export const EVERY_ANSWER = {
  [PROTOCOL_HEADER]: PROTOCOL_VERSION,
  "X-Content-Type-Options": "nosniff",
} as const;

/**
 * An answer with plain headers.
 *
 * Made without the context, whose headers are objects that take longer to build than a template to find.
 */
export const respond = (
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>> = {},
): Response => new Response(body, { status, headers: { ...EVERY_ANSWER, ...headers } });

/** An answer in JSON. */
export const respondJson = (
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response => respond(status, JSON.stringify(value), { "Content-Type": "application/json", ...headers });
