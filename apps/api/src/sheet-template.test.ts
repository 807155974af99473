import { afterAll, beforeAll, expect, it } from "vitest";
import { TestApi } from "./test-api.fixture.ts";

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await TestApi.open();
  token = await api.team();
});
afterAll(() => api.close());

const put = (id: string, cells: readonly string[]) =>
  api.ask("PUT", `/v1/templates/${id}`, {
    token,
    headers: { "If-None-Match": "*", "Idempotency-Key": id.padEnd(20, "0") },
    json: {
      kind: "sheet",
      name: "表",
      rows: cells.map((cell, index) => ({ id: `r${index}`, cell, content: 1 })),
    },
  });

it("takes a worksheet's cells in any spelling of their addresses", async () => {
  expect((await put("spelled", ["A1", "$B$2", "c$3", "XFD1"])).status).toBe(201);
});

it.each([
  ["beyond-rows", ["A9999999"], "不是单元格地址|应为单元格地址"],
  ["beyond-columns", ["A1", "ZZZ9999999"], "应为单元格地址"],
  ["far-alone", ["XFD1048576"], "超过 200,000 格"],
  [
    "far-together",
    Array.from({ length: 5000 }, (_, row) => (row % 2 ? `XFD${row}` : `A${row * 200 + 1}`)),
    "超过 200,000 格",
  ],
])("refuses cells that no grid should be built for: %s", async (id, cells, says) => {
  const { status, body } = await put(id, cells);
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toMatch(new RegExp(says));
});
