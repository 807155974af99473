import { isBlankInTable } from "./blank.ts";
import { isHostError, plainValue } from "./cell.ts";
import { decimalValue } from "./decimal-value.ts";
import { errorValue } from "./error-value.ts";
import { halfWidthWord } from "./half-width.ts";
import { readNumber } from "./number-text.ts";
import { numberQuantity, textQuantity } from "./quantity.ts";
import { badArgument, type Refusal } from "./refusal.ts";
import { readTimeStamp } from "./time-stamp.ts";

/** How the cells of an export's column are read: codes are texts of digits, amounts numbers that belong to an order. */
type CellKind = "code" | "text" | "amount" | "number" | "time";

/** A column of an export as it stands there; "unknown" where the platform does not write it. */
export interface ExportColumn {
  readonly header: string;
  readonly kind: CellKind | "unknown";
}

const DIGITS_OF_A_CODE = /^(?:0\d+|\d{11,})$/;
const LIKE_A_DATE = /^\d{4}(?:[-/.]\d{1,2}[-/.]\d|年\d)/;
/** How Excel shows, and saves as text, a long number: 2.23345E+18. */
const SCIENTIFIC = /^\d(?:\.\d+)?e\+\d+$/i;
/** From here on Excel has put zeros for a number's last digits. */
const DIGITS_LOST = 1e15;

/** Whether an id was a number on its way here and has lost its last digits. */
export const isDamagedCode = (value: unknown): boolean =>
  typeof value === "number" ? Math.abs(value) >= DIGITS_LOST : SCIENTIFIC.test(String(value).trim());

/** A cell of an export as its column's kind says: codes as text, numbers as numbers, times as serial numbers. */
export function exportCell(
  raw: unknown,
  { header, kind }: ExportColumn,
): string | number | boolean | Refusal {
  const value = plainValue(raw);
  if (isBlankInTable(value)) return "";
  if (isHostError(value)) return errorValue(`“${header}”`, value);
  if (typeof value === "object" || (typeof value === "number" && !Number.isFinite(value)))
    return badArgument(`“${header}”是错误值，请改正。`);
  switch (kind) {
    case "code":
      if (isDamagedCode(value)) {
        return badArgument(`“${header}”被存成了数字，末几位已经丢失，请把该列设为文本后重新导入。`);
      }
      return String(value).trim();
    case "text":
      return shown(value).trim();
    case "amount":
    case "number":
      return exportNumber.read(value, `“${header}”`);
    case "time":
      return (
        readTimeStamp(value) ??
        badArgument(`“${header}”应为时间，现为“${value}”，请改成如 2024-07-11 09:48:43 的写法。`)
      );
    case "unknown":
      if (typeof value === "boolean") return value;
      return typeof value === "number" ? decimalValue(value) : guessedCell(String(value).trim());
  }
}

/** A text, or a value that stands where one should, as Excel shows it. */
const shown = (value: unknown) => String(textQuantity.read(value, ""));

const exportNumber = numberQuantity({ words: { zh: "数字", en: "number" } });

/** A text of a column that the platform does not write: a number or a time where it reads like one, else the text. */
function guessedCell(text: string): string | number {
  const folded = halfWidthWord(text);
  if (DIGITS_OF_A_CODE.test(folded)) return text;
  if (LIKE_A_DATE.test(text)) return readTimeStamp(text) ?? text;
  const number = /e/i.test(folded) ? undefined : readNumber(text);
  return number === undefined ? text : decimalValue(number);
}
