import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { services } from "./services.ts";

const HEADER = ["体系", "工具", "用途", "依据"];
const LOGISTICS = "菜鸟网络、阿里巴巴物流服务平台";
const found = (...need: unknown[]) => shownAnswer(services, ...need).slice(1);

describe("SERVICES", () => {
  it("has the eight service systems and the seven daily tools of the seed", () => {
    const systems = [...new Set(found().map(([system]) => system))];
    expect(systems.join()).toBe(
      "开放平台,营销体系,广告体系,商家成长体系,交易支付体系,物流体系,数据体系,金融体系,店铺日常工具",
    );
    const daily = found("店铺日常工具").map(([, tool]) => tool);
    expect(daily.join()).toBe("卖家工作台,阿里指数,生意参谋,精准营销,询盘管理,专场活动,商机助理");
  });

  it("lists everything where no need is given: 16 tools of the systems and 7 daily ones", () => {
    for (const need of [[], [null], [""], ["、"], [[[" "], [""]]]]) expect(found(...need)).toHaveLength(23);
  });

  it("finds any of several words, in a text or in a range", () => {
    const tools = (need: unknown) => found(need).map(([, tool]) => tool);
    expect(tools("询盘")).toEqual(["询盘管理"]);
    expect(tools("询盘 库存周转")).toEqual([LOGISTICS, "询盘管理"]);
    expect(tools("询盘、库存周转")).toEqual([LOGISTICS, "询盘管理"]);
    expect(tools([["询盘"], ["库存周转"]])).toEqual([LOGISTICS, "询盘管理"]);
    expect(tools("crm")).toEqual(["CRM、私域运营"]);
  });

  it("answers the header alone where nothing is found", () =>
    expect(shownAnswer(services, "天气")).toEqual([HEADER]));

  it("passes an error in the need on as a refusal", () =>
    expect(shownAnswer(services, [["物流"], [{ type: "Error", basicValue: "#REF!" }]])).toEqual([
      [expect.stringMatching(/^#VALUE! .*第 2 个：引用的格子出错（#REF!），请先处理那个格子。$/)],
    ]));

  it("quotes the seed's line for each, in the words that say what it is for", () => {
    for (const [, , use, basis] of found()) {
      expect(String(basis).replace(/seed 第\d+行：“(.*?)”/g, "$1")).toBe(use);
      expect(basis).toMatch(/^seed 第\d+行：“/);
    }
  });

  it("answers complete rows whatever is asked for", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom("交易 数据", "物流；账期", 3, true)), (need) => {
        for (const row of shownAnswer(services, need)) {
          expect(row).toHaveLength(4);
          for (const cell of row) expect(cell).toEqual(expect.stringMatching(/./));
        }
      }),
    );
  });
});
