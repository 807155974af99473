import type { ProtocolVersion } from "@sevenstar/core/template/wire/template";
import type { ChangePage, Cursor, Summary, Template } from "./stored-template.ts";

/** A template's entity tag without its quotes: in version 1 the revision alone, since with the digest (T18). */
export const etagOf = (
  { rev, digest }: Pick<Summary, "rev" | "digest">,
  protocol: ProtocolVersion,
): string => (protocol === "1" ? String(rev) : `${rev}.${digest}`);

/** A template as the wire carries it (api.md), around the JSON text of its rows; id, kind and time need no escape. */
export function templateJson(template: Template, protocol: ProtocolVersion): string {
  const { id, kind, name, rowsJson, rev, updatedAt, updatedBy, deleted } = template;
  const head = `{"id":"${id}","kind":"${kind}","name":${JSON.stringify(name)},"rows":`;
  const etag = protocol === "1" ? "" : `,"etag":"${etagOf(template, protocol)}"`;
  const tail = `,"rev":${rev},"updatedAt":"${updatedAt}","updatedBy":${JSON.stringify(updatedBy)},"deleted":${deleted}${etag}}`;
  return head + rowsJson + tail;
}

/** A revision in a list. */
export function summaryJson({ digest, ...summary }: Summary, protocol: ProtocolVersion): object {
  return protocol === "1" ? summary : { ...summary, etag: etagOf({ ...summary, digest }, protocol) };
}

/** A cursor as clients are given it: a number in version 1. */
export const cursorText = ({ rev, digest }: Cursor): string =>
  digest === undefined ? String(rev) : `${rev}.${digest}`;

/** How an answer is to be written: for which version of the protocol, and the id of the history (T18). */
export interface Dialect {
  readonly protocol: ProtocolVersion;
  readonly history: string;
}

/** The answer to `GET /v1/changes`. */
export function changePageJson(page: ChangePage, { protocol, history }: Dialect): string {
  const changes = page.changes.map((each) => templateJson(each, protocol)).join();
  const cursor = protocol === "1" ? String(page.cursor.rev) : `"${cursorText(page.cursor)}"`;
  const reset = page.reset ? ',"reset":true' : "";
  return `{"changes":[${changes}],"cursor":${cursor},"more":${page.more},"history":"${history}"${reset}}`;
}
