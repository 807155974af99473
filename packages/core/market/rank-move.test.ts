import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { rankMove } from "./rank-move.ts";

describe("RANKMOVE", () => {
  it("tells new, risen, fallen, unchanged and dropped names, those dropped last", () => {
    expect(
      shownAnswer(rankMove, column("瑜伽裤", "防晒衣", "卫衣", "汉服"), [
        ["卫衣", "防晒衣", "瑜伽裤", "风衣", "短裤"],
      ]),
    ).toEqual([
      ["名称", "本期", "上期", "变化"],
      ["瑜伽裤", 1, 3, "↑2"],
      ["防晒衣", 2, 2, "持平"],
      ["卫衣", 3, 1, "↓2"],
      ["汉服", 4, "", "新上榜"],
      ["风衣", "", 4, "下榜"],
      ["短裤", "", 5, "下榜"],
    ]);
  });

  it("knows a name in other case and with blanks around it, at its first place, and keeps blank places", () => {
    expect(
      shownAnswer(
        rankMove,
        column("T恤", "", "t恤", "卫衣", "汉服", "汉服"),
        column(" t恤 ", "卫衣", ""),
      ).slice(1),
    ).toEqual([
      ["T恤", 1, 1, "持平"],
      ["卫衣", 4, 2, "↓2"],
      ["汉服", 5, "", "新上榜"],
    ]);
  });

  it("compares no ranking of which a name cannot be read, and names its place (G7, G14)", () => {
    const error = { type: "Error", basicValue: "#REF!" };
    expect(shownAnswer(rankMove, column("a", error), column("b", "a"))).toEqual([
      ["#VALUE! 本期（now）第 2 个：引用的格子出错（#REF!），请先处理那个格子。"],
    ]);
    expect(shownAnswer(rankMove, column("a"), column({ ...error, basicValue: "#NUM!" }, "a"))).toEqual([
      ["#NUM! 上期（before）第 1 个：引用的格子出错（#NUM!），请先处理那个格子。"],
    ]);
  });

  it("has every name of both rankings once, and moves that undo each other", () => {
    const ranking = fc.uniqueArray(
      fc.integer({ min: 1, max: 30 }).map((n) => `词${n}`),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(ranking, ranking, (now, before) => {
        const rows = shownAnswer(rankMove, column(...now), column(...before)).slice(1);
        expect(rows.map((row) => row[0]).sort()).toEqual([...new Set([...now, ...before])].sort());
        const back = new Map(
          shownAnswer(rankMove, column(...before), column(...now)).map((row) => [row[0], row[3]]),
        );
        const undone = { 新上榜: "下榜", 下榜: "新上榜", 持平: "持平" } as Record<string, string>;
        for (const [name, , , move] of rows as string[][]) {
          const opposite = (move ?? "").replace(/[↑↓]/, (arrow) => (arrow === "↑" ? "↓" : "↑"));
          expect(back.get(name)).toBe(undone[move ?? ""] ?? opposite);
        }
      }),
    );
  });
});
