import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue/catalogue.ts";
import { payFee } from "../payment/pay-fee.ts";
import { argumentCountProblem } from "./argument-count.ts";

const said = (count: number) => argumentCountProblem(payFee, count)?.message;

it("names the arguments that are missing, by position and Chinese name", () => {
  expect(said(0)).toBe("PAYFEE 缺少第 1 个参数“方式”（method）、第 2 个参数“货款”（goods），请补上。");
  expect(said(1)).toBe("PAYFEE 缺少第 2 个参数“货款”（goods），请补上。");
  expect(said(2)).toBeUndefined();
  expect(said(6)).toBeUndefined();
  expect(said(7)).toBe("PAYFEE 最多 6 个参数，请去掉多余的。");
});

describe.each(catalogue.map((definition) => [definition.id, definition] as const))("%s", (id, definition) => {
  const { parameters } = definition;
  const least = parameters.findLastIndex(({ optional }) => !optional) + 1;

  it("has no required parameter behind an optional one", () => {
    expect(parameters.slice(0, least).every(({ optional }) => !optional)).toBe(true);
  });

  it("names exactly what is missing for every number of arguments that is too small", () => {
    for (let count = 0; count < least; count++) {
      const problem = argumentCountProblem(definition, count);
      expect(problem?.code).toBe("#VALUE!");
      const named = parameters.map(({ title, name }, index) =>
        problem?.message.includes(`第 ${index + 1} 个参数“${title}”（${name}）`),
      );
      expect(named).toEqual(parameters.map((_, index) => index >= count && index < least));
      expect(problem?.message.startsWith(`${id} 缺少`)).toBe(true);
    }
  });

  it("takes every number of arguments from the required ones to all, and no more", () => {
    for (let count = least; count <= parameters.length; count++) {
      expect(argumentCountProblem(definition, count)).toBeUndefined();
    }
    expect(argumentCountProblem(definition, parameters.length + 1)?.message).toContain("最多");
  });
});
