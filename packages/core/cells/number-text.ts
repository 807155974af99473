import { halfWidthWord } from "./half-width.ts";

/** What most cells hold: neither folding nor a second look is needed. */
const PLAIN_DIGITS = /^\d{1,15}(?:\.\d{1,15})?$/;

/** How much a unit behind a number is worth, as a power of ten; 元 is the unit of money itself. */
const UNITS: Readonly<Record<string, number>> = {
  "": 0,
  元: 0,
  "%": -2,
  "‰": -3,
  万: 4,
  亿: 8,
  万元: 4,
  亿元: 8,
};

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?/;
const EXPONENT = /^e[+-]?\d{1,3}/;

/** A number text in its parts. */
interface NumberText {
  readonly value: number;
  /** What stood behind the digits: "", 元, %, ‰, 万 or 亿; 200+ is a lower bound, read as its number. */
  readonly unit: string;
}

const folded = (value: string) => halfWidthWord(value).toLowerCase();

/** Reads a folded text from left to right: sign, ¥, sign, digits, exponent, unit, +; with blanks between them. */
function readParts(text: string): NumberText | undefined {
  let rest = text.trim();
  const take = (signs: string) => {
    const sign = rest.charAt(0);
    if (sign === "" || !signs.includes(sign)) return "";
    rest = rest.slice(1).trimStart();
    return sign;
  };
  const outer = take("+-");
  const isMoney = take("¥") !== "";
  const inner = isMoney ? take("+-") : "";
  if (outer && inner) return undefined;
  const digits = DIGITS.exec(rest)?.[0] ?? "";
  if (!/\d/.test(digits)) return undefined;
  rest = rest.slice(digits.length);
  const exponent = EXPONENT.exec(rest)?.[0] ?? "";
  const unit = rest.slice(exponent.length).trim();
  const isAtLeast = unit.endsWith("+");
  const name = isAtLeast ? unit.slice(0, -1).trim() : unit;
  const power = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
  if (power === undefined || (power < 0 && (isAtLeast || isMoney))) return undefined;
  const whole = digits.replaceAll(",", "");
  const value = Number(`${outer}${inner}${whole}e${Number(exponent.slice(1)) + power}`);
  return Number.isFinite(value) ? { value, unit: name } : undefined;
}

/** A number text with the unit it carries itself (G4); undefined for anything else, a number included. */
export function readNumberText(value: unknown): NumberText | undefined {
  return typeof value === "string" ? readParts(folded(value)) : undefined;
}

/**
 * Reads a number as merchants paste it: `1,234.50`, `¥105`, `105元`, `12.3%`, `6‰`, `1.2万`, `200+`, full-width
 * digits (G4). Anything else gives undefined. The result is exact to the decimal: percentages are fractions.
 */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  return PLAIN_DIGITS.test(value) ? Number(value) : readNumberText(value)?.value;
}

/** A range of prices as its lower end, with the unit that either end carries; undefined for anything else. */
export function readPriceText(value: unknown): NumberText | undefined {
  if (typeof value !== "string") return undefined;
  const [low, high, ...more] = folded(value).split(/[-~–—]/);
  if (!low || !high || more.length > 0) return undefined;
  const [from, to] = [readParts(low), readParts(high)];
  return from && to && from.value <= to.value ? { value: from.value, unit: from.unit || to.unit } : undefined;
}

/**
 * Reads the price of a product: a number, or a range such as `12.5-15.8`, whose lower end counts (G4).
 * Undefined for anything else.
 */
export const readPrice = (value: unknown): number | undefined =>
  readNumber(value) ?? readPriceText(value)?.value;
