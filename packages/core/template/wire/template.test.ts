import { expect, it } from "vitest";
import { z } from "zod";
import type { TemplateKind } from "../../cells/define-template-kind.ts";
import { templateKinds } from "../template-kinds.ts";
import * as team from "./team.ts";
import * as template from "./template.ts";

/** The same value with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** The JSON schema of everything that goes over the wire, and the fields of every kind of row. */
const wire = Object.entries({ ...team, ...template }).flatMap(([name, value]) =>
  value instanceof z.ZodType ? [[name, z.toJSONSchema(value, { io: "input" })]] : [],
);

const templateColumns = Object.fromEntries(
  templateKinds.map(({ id, columns }: TemplateKind) => [
    id,
    Object.entries(columns).map(([field, { header }]) => ({ field, column: header })),
  ]),
);

it("[T15.2] changes the protocol only on purpose", async () => {
  const text = JSON.stringify(sorted({ wire: Object.fromEntries(wire), templateColumns }));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  // Where clients in use could not read the new form, raise PROTOCOL_VERSION; then put the new hash here.
  expect({ version: template.PROTOCOL_VERSION, hash }).toEqual({
    version: "2",
    hash: "ae59c246aa772ecf752857179e236c09fa2f713c104232217cd0bc403d129ec1",
  });
});

it("[T15.2] sees every schema of the wire", () => {
  const names = wire.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(["templateSchema", "changePageSchema", "changeEventSchema"]));
  expect(names).toEqual(expect.arrayContaining(["problemSchema", "contentSchema", "admissionSchema"]));
});
