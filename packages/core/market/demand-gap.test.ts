import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { demandGap } from "./demand-gap.ts";

describe("DEMANDGAP", () => {
  const names = column("卫衣", "瑜伽裤", "汉服", "风衣");
  const demand = column(900, 1200, 300, 450);
  const supply = column(600, 400, 0, 300);

  it("ranks by purchase index over supply index; without supply there is no ratio, and the last place", () => {
    expect(shownAnswer(demandGap, names, demand, supply)).toEqual([
      ["名称", "采购指数", "供应指数", "供需比", "排名"],
      ["瑜伽裤", 1200, 400, 3, 1],
      ["卫衣", 900, 600, 1.5, 2],
      ["风衣", 450, 300, 1.5, 3],
      ["汉服", 300, 0, "", 4],
    ]);
  });

  it("keeps the rows' order where ratios are equal in 15 digits: 0.3/0.1 and 3/1", () => {
    const rows = shownAnswer(demandGap, column("a", "b"), column(0.3, 3), column(0.1, 1)).slice(1);
    expect(rows.map(([name]) => name)).toEqual(["a", "b"]);
  });

  it("shows the first ones only where asked", () => {
    expect(shownAnswer(demandGap, names, demand, supply, 2).map((row) => row[0])).toEqual([
      "名称",
      "瑜伽裤",
      "卫衣",
    ]);
  });

  it("gives no rank to what is not known, and never cuts off what could not be read", () => {
    const answer = shownAnswer(demandGap, names, column(900, "", 300, "高"), supply, 3);
    expect(answer.slice(1)).toEqual([
      ["卫衣", 900, 600, 1.5, 1],
      ["汉服", 300, 0, "", 2],
      ["瑜伽裤", "", 400, "", ""],
      [
        "风衣",
        expect.stringMatching(/第 4 个.*“高”/),
        300,
        expect.stringMatching(/#VALUE!/),
        expect.stringMatching(/#VALUE!/),
      ],
    ]);
  });

  it("keeps every name, in falling order of the ratio", () => {
    const index = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(fc.array(fc.tuple(index, index), { minLength: 1, maxLength: 40 }), (pairs) => {
        const rows = shownAnswer(
          demandGap,
          pairs.map((_, position) => [`词${position}`]),
          pairs.map(([wanted]) => [wanted]),
          pairs.map(([, offered]) => [offered]),
        ).slice(1);
        expect(rows.map((row) => row[0]).sort()).toEqual(pairs.map((_, position) => `词${position}`).sort());
        expect(rows.map((row) => row[4])).toEqual(pairs.map((_, position) => position + 1));
        const ratios = rows.map((row) => (row[3] === "" ? -1 : (row[3] as number)));
        expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
      }),
    );
  });

  it("refuses a ratio that no number holds in its row, and lists that do not fit", () => {
    expect(shownAnswer(demandGap, "a", 1e308, 1e-10)[1]?.[3]).toMatch(/#VALUE! 数字太大/);
    expect(shownAnswer(demandGap, names, demand, column(1, 2))[0]?.[0]).toMatch(
      /名称（names）有 4 个，供应指数（supply）有 2 个/,
    );
  });
});
