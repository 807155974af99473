import type { Template } from "./template-reader.ts";

/** A template as the wire carries it (api.md), around the JSON text of its rows; id, kind and time need no escape. */
export function templateJson(template: Template): string {
  const { id, kind, name, rowsJson, rev, updatedAt, updatedBy, deleted } = template;
  const head = `{"id":"${id}","kind":"${kind}","name":${JSON.stringify(name)},"rows":`;
  const tail = `,"rev":${rev},"updatedAt":"${updatedAt}","updatedBy":${JSON.stringify(updatedBy)},"deleted":${deleted}}`;
  return head + rowsJson + tail;
}
