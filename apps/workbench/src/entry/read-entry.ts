import { calendarDay } from "@sevenstar/core/cells/calendar-day";
import { halfWidth } from "../formula/scan-formula.ts";

/** What a typed or pasted text is: a number that shows as it was typed, or a text that looks like one. */
export type Entry =
  | { readonly number: number; readonly pattern: string | undefined }
  | { readonly text: string };

/** Longer texts are no number. */
const MOST_LETTERS = 40;
const ID = /^\d{12,}$/;
const SUM = /^([+-]?)([¥￥]?)([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(元|%)?$/;
const DATE = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/;

/**
 * Reads what merchants type beyond what the grid itself takes: ￥12.50, 12.5元, full-width digits, 11月30日,
 * 2026年11月30日, 2026年11月; ids of twelve and more digits stay text. A date without its year is of this year.
 * Undefined where the grid decides.
 */
export function readEntry(typed: string, thisYear: number): Entry | undefined {
  const trimmed = typed.trim();
  if (ID.test(trimmed)) return { text: trimmed };
  if (trimmed.length > MOST_LETTERS) return undefined;
  const text = [...trimmed].map(halfWidth).join("");
  if (ID.test(text)) return { text };
  return readDateEntry(text, thisYear) ?? readSum(text, text !== trimmed);
}

function readDateEntry(text: string, thisYear: number): Entry | undefined {
  const [, year, month = "", day] = DATE.exec(text) ?? [];
  if (!month || (!year && !day)) return undefined;
  const number = calendarDay(Number(year ?? thisYear), Number(month), Number(day ?? 1));
  if (number === undefined) return undefined;
  const pattern = [
    year ? 'yyyy"年"' : "",
    `${month.startsWith("0") ? "mm" : "m"}"月"`,
    day ? `${day.startsWith("0") ? "dd" : "d"}"日"` : "",
  ].join("");
  return { number, pattern };
}

/** An amount or, in full-width digits, a plain number or a share. */
function readSum(text: string, isFullWidth: boolean): Entry | undefined {
  const [, outer = "", currency = "", inner = "", digits = "", unit = ""] = SUM.exec(text) ?? [];
  const isAmount = currency !== "" || unit === "元";
  if (!digits || (outer && inner) || (!isAmount && !isFullWidth) || (currency && unit)) return undefined;
  if (digits.replace(/\D/g, "").length > 15) return undefined;
  const size = Number(digits.replaceAll(",", ""));
  const value = unit === "%" ? Number(`${size}e-2`) : size;
  const decimals = digits.split(".")[1]?.length ?? 0;
  const places = `${digits.includes(",") ? "#,##0" : "0"}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const isPlain = !isAmount && unit === "" && !digits.includes(",");
  const shown = `${currency && `"${currency}"`}${places}${unit === "元" ? '"元"' : unit}`;
  return { number: outer === "-" || inner === "-" ? -value : value, pattern: isPlain ? undefined : shown };
}
