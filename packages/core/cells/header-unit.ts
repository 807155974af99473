import { decimalValue } from "./decimal-value.ts";
import { readNumberText, readPriceText } from "./number-text.ts";

/** What a column measures; which units its header may name follows from it (G4). */
export type Measure = "rate" | "money" | "count" | "seconds" | "days" | "pixels";

/** How a column's plain numbers become the product's own unit. */
export type Unit = (number: number) => number;

/** A number with its decimal point moved, exact to the decimal. */
const shifted =
  (places: number): Unit =>
  (number) => {
    const text = String(decimalValue(number));
    return text.includes("e") ? number * 10 ** places : Number(`${text}e${places}`);
  };
const times =
  (factor: number): Unit =>
  (number) =>
    decimalValue(number * factor);
const same: Unit = (number) => number;

const CLASSIFIERS = ["", "个", "件", "张", "人", "次", "单", "笔", "项", "条", "种", "款", "只", "套", "台"];
const counted = (prefix: string, unit: Unit) =>
  Object.fromEntries(CLASSIFIERS.map((classifier) => [prefix + classifier, unit]));

const units: Readonly<Record<Measure, Readonly<Record<string, Unit>>>> = {
  rate: { "%": shifted(-2), "‰": shifted(-3) },
  money: {
    ...{ 元: same, 人民币: same, rmb: same, cny: same, "¥": same },
    ...{
      千元: shifted(3),
      千: shifted(3),
      万元: shifted(4),
      万: shifted(4),
      亿元: shifted(8),
      亿: shifted(8),
    },
    ...{ 角: shifted(-1), 分: shifted(-2) },
  },
  count: { ...counted("", same), ...counted("千", shifted(3)), ...counted("万", shifted(4)), 亿: shifted(8) },
  seconds: {
    ...{ 秒: same, s: same, 毫秒: shifted(-3), ms: shifted(-3) },
    ...{ 分钟: times(60), 分: times(60), min: times(60), 小时: times(3600), 时: times(3600), h: times(3600) },
  },
  days: { 天: same, 日: same },
  pixels: { px: same, 像素: same },
};

/** Units that say something else wherever a column does not measure in them. */
const FOREIGN: ReadonlySet<string> = new Set([
  ...["%", "‰", "元", "千元", "万元", "亿元", "人民币", "rmb", "cny", "¥", "万", "亿"],
  ...["秒", "毫秒", "ms", "分钟", "min", "小时", "px", "像素"],
  ...["美元", "美金", "港元", "港币", "欧元", "日元", "英镑", "韩元", "卢布", "新台币", "澳元", "加元"],
  ...["usd", "hkd", "eur", "jpy", "gbp", "krw", "rub", "twd", "aud", "cad", "$", "us$", "hk$", "€", "£"],
  ...["厘米", "cm", "毫米", "mm", "米", "英寸", "千克", "公斤", "kg", "克", "斤", "吨", "升"],
]);

const LONGEST_HEADER = 200;
const BRACKETED = /[([{【〔〈《「]([^()[\]{}【】〔〕〈〉《》「」]*)[)\]}】〕〉》」]/g;

/** What stands in the brackets of a header, and a % or ‰ at its end, as units are written: 元/件 is 元. */
function namedUnits(header: string): string[] {
  const text = header.slice(0, LONGEST_HEADER).normalize("NFKC").toLowerCase();
  const bracketed = [...text.matchAll(BRACKETED)].map(([, inner = ""]) => inner);
  const ending = /[%‰]$/.exec(text.trim())?.[0];
  return [...bracketed, ...(ending === undefined ? [] : [ending])].map(
    (unit) =>
      unit
        .replaceAll(/\s/g, "")
        .replace(/^单位[::]?/, "")
        .split("/")[0] ?? "",
  );
}

/** The unit that a header names; the word of one that the column cannot have; undefined where it names none. */
export function headerUnit(header: unknown, measure: Measure): Unit | string | undefined {
  if (typeof header !== "string") return undefined;
  const named = namedUnits(header).filter((unit) => unit !== "");
  const own = named.find((unit) => Object.hasOwn(units[measure], unit));
  if (own !== undefined) return units[measure][own];
  return named.find((unit) => FOREIGN.has(unit));
}

/** A column's cell in the product's own unit; one that carries a unit itself keeps it (G4). */
export function inUnit(value: unknown, unit: Unit | undefined): unknown {
  if (!unit || unit === same) return value;
  if (typeof value === "number") return unit(value);
  const text = readNumberText(value) ?? readPriceText(value);
  return text?.unit === "" ? unit(text.value) : value;
}
