import { expect, it } from "vitest";
import { defineFileKind, standingColumn } from "./define-file-kind.ts";

const name = { zh: "包裹清单", en: "list of parcels" };
const columns = {
  parcel: { header: "包裹号", aliases: ["运单"], kind: "code" },
  postage: { header: "邮费", kind: "amount" },
} as const;

it("takes marks, order and days among the kind's own columns only", () => {
  const parcels = defineFileKind({ id: "parcels", name, columns, marks: [["parcel"]], order: "parcel" });
  expect(parcels.columns.postage.header).toBe("邮费");
  // @ts-expect-error no column is called so
  defineFileKind({ id: "parcels", name, columns, marks: [["box"]] });
  // @ts-expect-error no column is called so
  defineFileKind({ id: "parcels", name, columns, marks: [["parcel"]], order: "box" });
  // @ts-expect-error no column is called so
  defineFileKind({ id: "parcels", name, columns, marks: [["parcel"]], newestFirst: "sentOn" });
});

it("keeps the header that stands there, whatever the kind calls the column", () => {
  expect(standingColumn("运单(号)", columns)).toMatchObject({
    key: "parcel",
    header: "运单(号)",
    kind: "code",
  });
  expect(standingColumn("邮费(元)", columns)).toMatchObject({ key: "postage", header: "邮费(元)" });
  expect(standingColumn("备注", columns)).toEqual({ key: undefined, header: "备注", kind: "unknown" });
});
