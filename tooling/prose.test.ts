import { globSync, readFileSync } from "node:fs";
import { activityPlan } from "@sevenstar/core/calendar/activity-plan";
import { FIRST_TERM_YEAR } from "@sevenstar/core/calendar/lunar-table";
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from "@sevenstar/core/calendar/public-holidays";
import { listingRules } from "@sevenstar/core/listing/listing-rules";
import { TITLE_USED_PERCENT } from "@sevenstar/core/listing/title-length";
import { paymentMethods } from "@sevenstar/core/payment/payment-methods";
import { paymentRates } from "@sevenstar/core/payment/payment-rates";
import { describe, expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** Where the numbers stand, and examples of functions with their answers, which the example tests work out anew. */
const TABLES =
  /\/(?:listing-rules|payment-rates|payment-methods|activity-plan|built-in-plan|pay-compare-example|sample-listings)\.ts$/;

/** What a text must not say of its own, by the folders whose prose tells of it. */
const numbers: Readonly<Record<string, { readonly folders: string; readonly forms: readonly RegExp[] }>> = {
  "rate of a payment method": {
    folders: "{payment,orders}",
    forms: paymentRates.flatMap(({ rate }) =>
      typeof rate === "number" ? [form(String(Number((rate * 100).toPrecision(12))), " ?%")] : [],
    ),
  },
  "days until a payment method pays": {
    folders: "{payment,orders}",
    forms: paymentMethods.flatMap(({ daysAfterReceipt: days }) =>
      typeof days === "number" && days > 0 ? [form(String(days), " ?(?:天|days?\\b)(?!前)")] : [],
    ),
  },
  "bound of a listing rule": {
    folders: "{listing,market}",
    forms: listingRules.flatMap(({ value }) =>
      (String(value).match(/\d+/g) ?? [])
        .filter((digits) => Number(digits) > 7)
        .map((digits) => form(digits, " ?(?:个字符|个汉字|秒|像素|张|件|characters|seconds|pixels|images)")),
    ),
  },
  "part of a title's limit": {
    folders: "{listing,market}",
    forms: [form(String(TITLE_USED_PERCENT), " ?%")],
  },
  "lead time of an activity": {
    folders: "calendar",
    forms: activityPlan.flatMap((row) =>
      [row.enrolFrom, row.enrolTo, row.stockReady, row.warmUpFrom].flatMap((days) =>
        typeof days === "number" ? [form(`提前 ?${-days}`, " ?天")] : [],
      ),
    ),
  },
  "year that the calendar begins or ends with": {
    folders: "calendar",
    forms: [FIRST_TERM_YEAR, FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR].flatMap((year) => [
      form(String(year), "(?: to |–)"),
      form(`(?: to |–)${year}`, ""),
    ]),
  },
};

function form(number: string, unit: string): RegExp {
  return new RegExp(`(?<![\\d.-])${number}(?:${unit})`);
}

/** The texts of a source without its comments, its examples and what is worked out inside them. */
function textsOf(path: string): string[] {
  const source = readFileSync(ROOT + path, "utf8")
    .replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "")
    .replaceAll(/\n {2}examples: \[\n[\s\S]*?\n {2}\]/g, "");
  return [...source.matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)].map(([text]) =>
    text.replaceAll(/\$\{[^}]*\}/g, "…"),
  );
}

describe("each fact once", () => {
  it.each(Object.entries(numbers))("no %s stands in prose", (_, { folders, forms }) => {
    expect(forms.length).toBeGreaterThan(0);
    const files = globSync(
      [`packages/core/${folders}/*.ts`, "packages/core/catalogue/*.ts", "apps/workbench/src/sheets/*.ts"],
      { cwd: ROOT },
    ).filter((path) => !/\.(?:test|fixture)\.ts$/.test(path) && !TABLES.test(`/${path}`));
    expect(files.length).toBeGreaterThan(10);
    const told = files.flatMap((path) =>
      textsOf(path).flatMap((text) =>
        forms.some((each) => each.test(text)) ? [`${path}: ${text.slice(0, 160)}`] : [],
      ),
    );
    expect(told).toEqual([]);
  });

  it("says 未知 of a value by one model", () => {
    const files = globSync("packages/core/*/*.ts", { cwd: ROOT }).filter(
      (path) => !/\.(?:test|fixture)\.ts$/.test(path) && !TABLES.test(`/${path}`),
    );
    const telling = files.filter((path) => textsOf(path).includes('"未知"'));
    expect(telling).toEqual(["packages/core/cells/refusal.ts"]);
  });
});
