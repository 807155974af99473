import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.ts";
import { serviceTools } from "./service-tools.ts";
import { services } from "./services.ts";

const HEADER = ["体系", "工具", "用途", "依据"];
const found = (...need: unknown[]) => shownAnswer(services, ...need).slice(1);

describe("SERVICES", () => {
  it("has the eight service systems and the seven daily tools of the seed", () => {
    const systems = [...new Set(serviceTools.map(({ system }) => system))];
    expect(systems).toEqual(
      "开放平台,营销体系,广告体系,商家成长体系,交易支付体系,物流体系,数据体系,金融体系,店铺日常工具".split(
        ",",
      ),
    );
    expect(serviceTools.filter(({ system }) => system === "店铺日常工具").map(({ tool }) => tool)).toEqual(
      "卖家工作台,阿里指数,生意参谋,精准营销,询盘管理,专场活动,商机助理".split(","),
    );
  });

  it("lists everything where no need is given", () => {
    for (const need of [[], [null], [""], [[[" "], [""]]]])
      expect(found(...need)).toHaveLength(serviceTools.length);
  });

  it("finds any of several words, in a text or in a range", () => {
    const tools = (need: unknown) => found(need).map(([, tool]) => tool);
    expect(tools("询盘")).toEqual(["询盘管理"]);
    expect(tools("询盘 库存周转")).toEqual(["菜鸟网络、阿里巴巴物流服务平台", "询盘管理"]);
    expect(tools("询盘、库存周转")).toEqual(["菜鸟网络、阿里巴巴物流服务平台", "询盘管理"]);
    expect(tools([["询盘"], ["库存周转"]])).toEqual(["菜鸟网络、阿里巴巴物流服务平台", "询盘管理"]);
    expect(tools("crm")).toEqual(["CRM、私域运营"]);
  });

  it("answers the header alone where nothing is found", () =>
    expect(shownAnswer(services, "天气")).toEqual([HEADER]));

  it("quotes the seed's line for each", () => {
    for (const [, , , basis] of found()) expect(basis).toMatch(/^seed 第\d+行：“.+”/);
  });
});
