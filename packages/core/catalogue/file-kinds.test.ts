import { describe, expect, it } from "vitest";
import { matchHeaders } from "../cells/header.ts";
import { readExport } from "../exports/read-export.ts";
import { recogniseExport } from "../exports/recognise-export.ts";
import { fileKinds } from "./file-kinds.ts";

describe.each(fileKinds.map((kind) => [kind.id, kind] as const))("%s", (id, kind) => {
  const columns = Object.entries(kind.columns);
  const headers = columns.map(([, { header }]) => header);

  it("has a name in Chinese and English", () => {
    expect(kind.name.zh).toMatch(/\p{Script=Han}/u);
    expect(kind.name.en).toMatch(/^[ -~]{3,}$/);
  });

  it("has no header or alias that two of its columns share, however it is spelled", () => {
    for (const [key, { header, aliases = [] }] of columns) {
      for (const name of [header, ...aliases]) {
        expect([name, [...matchHeaders<string>([name], kind.columns).keys()]]).toEqual([name, [key]]);
      }
    }
  });

  it("is recognised by its own headers and not by those of any other kind, wherever it stands in the list", () => {
    for (const kinds of [fileKinds, fileKinds.toReversed()]) {
      const found = recogniseExport([headers], kinds);
      expect(found?.kind).toBe(id);
      expect(found?.columns.map(({ name }) => name)).toEqual(headers);
    }
  });

  it("is recognised by one column of each of its marks, and not where one of them is missing", () => {
    const [first = [], ...others] = kind.marks;
    const marked = [first[0], ...others.map((keys) => keys.find((key) => !first.includes(key)))];
    const names = marked.map((key) => kind.columns[key ?? ""]?.header);
    expect(recogniseExport([names], [kind])?.kind).toBe(id);
    for (const mark of kind.marks) {
      const without = columns.flatMap(([key, { header }]) => (mark.includes(key) ? [] : [header]));
      expect(recogniseExport([without], [kind])).toBeUndefined();
    }
  });

  it("keeps every row and column of a file that holds nothing to be tidied", () => {
    const found = recogniseExport([headers], fileKinds);
    if (!found) throw new Error("not recognised");
    const rows = [headers, headers.map((_, place) => `甲${place}`), headers.map((_, place) => `乙${place}`)];
    expect(readExport(rows, found).rows).toEqual(rows);
  });
});

it("gives each kind an id of its own", () => {
  const ids = fileKinds.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
