import type { Words } from "@sevenstar/core/cells/words";
import { monthWords } from "../plan/model/day-words.ts";

/** A year as a title. */
export const yearWords = (year: number): Words => ({ zh: `${year} 年`, en: String(year) });

/** A month of a year as a title. */
export function monthOfYearWords(year: number, month: number): Words {
  const [{ zh, en }, name] = [yearWords(year), monthWords(month)];
  return { zh: `${zh} ${name.zh}`, en: `${en} ${name.en}` };
}
