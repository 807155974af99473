import { decimalValue } from "../cells/decimal-value.ts";
import { halfWidthWord } from "../cells/half-width.ts";
import { readNumber, readPrice } from "../cells/number-text.ts";
import { readYesNo } from "../cells/yes-no.ts";

/** What the cells of a listing's column hold. */
export type CellKind = "text" | "number" | "price" | "pixels" | "seconds" | "yesNo";

const SIDES = /^(\d+(?:\.\d+)?)(?:px|像素)?(?:[x×*](\d+(?:\.\d+)?)(?:px|像素)?)?$/i;
const CLOCK = /^(?:(\d+):)?(\d{1,3}):(\d{2}(?:\.\d+)?)$/;
const MINUTES = /^(?:(\d+)分钟?)?(?:(\d+(?:\.\d+)?)秒?)?$/;

const fold = (value: unknown) => halfWidthWord(String(value)).replace(/\s+/g, "");

/** The shorter side in pixels of a cell such as 800, "750px", "800×800" or "800 * 600"; undefined for other text. */
function readPixels(value: unknown): number | undefined {
  const number = readNumber(value);
  if (number !== undefined) return number;
  const match = SIDES.exec(fold(value));
  if (!match?.[1]) return undefined;
  return Math.min(Number(match[1]), Number(match[2] ?? match[1]));
}

/** Seconds of a cell such as 45, "45秒", "0:45" or "1:05"; undefined for other text. */
function readSeconds(value: unknown): number | undefined {
  const number = readNumber(value);
  // A cell typed 1:30 is a fraction of a day, of whose hours and minutes minutes and seconds are meant (G4).
  if (number !== undefined) return number > 0 && number < 1 ? decimalValue(number * 24 * 60) : number;
  const text = fold(value).replace(/s(?:ec)?$/i, "秒");
  const clock = CLOCK.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const spoken = text === "" ? null : MINUTES.exec(text);
  return spoken ? Number(spoken[1] ?? 0) * 60 + Number(spoken[2] ?? 0) : undefined;
}

/** How each kind of cell is read, undefined for what it cannot be, and what to write instead. */
export const cellKinds: Readonly<
  Record<CellKind, { read: (value: unknown) => string | number | boolean | undefined; should: string }>
> = {
  text: { read: String, should: "文字" },
  number: { read: readNumber, should: "数字" },
  price: { read: readPrice, should: "价格，如 12.5 或 12.5-15.8" },
  pixels: { read: readPixels, should: "像素数，如 800 或 800×800" },
  seconds: { read: readSeconds, should: "秒数，如 45 或 0:45" },
  yesNo: { read: readYesNo, should: "“是”或“否”" },
};

/** Where a logo stands: top-left, elsewhere, or none. */
export function readLogoPosition(value: unknown): "top-left" | "elsewhere" | "none" {
  if (value === "左上") return "top-left";
  if (value === "无") return "none";
  const text = fold(value);
  if (/^(?:无|没有|否|none|0|false)$/i.test(text)) return "none";
  return /^(?:左上角?|top-?left)$/i.test(text) ? "top-left" : "elsewhere";
}
