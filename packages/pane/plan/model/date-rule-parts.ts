import { festivals, findFestival } from "@sevenstar/core/calendar/festivals";
import { isoDate, readDate } from "@sevenstar/core/cells/calendar-day";

/** A date rule as a form asks for it. */
export type DateRuleParts =
  | { readonly kind: "yearly" | "lunar"; readonly month: number; readonly day: number }
  | { readonly kind: "festival"; readonly name: string }
  /** The weekday from Monday, 0–6. */
  | { readonly kind: "weekday"; readonly month: number; readonly which: number; readonly weekday: number }
  | { readonly kind: "once"; readonly date: string };

const WEEKDAYS = "一二三四五六日";
const ORDINALS = "一二三四五";
const MONTH_DAY = /^(农历)?(\d{1,2})[-/月](\d{1,2})日?$/;
const NTH_WEEKDAY = /^(\d{1,2})月第([1-5一二三四五])个(?:周|星期)([一二三四五六日天])$/;

/** Takes a rule apart; undefined for one that no form could make, such as half a rule. */
export function dateRuleParts(rule: string): DateRuleParts | undefined {
  const day = readDate(rule);
  if (day !== undefined) return { kind: "once", date: isoDate(day) };
  const plain = rule.normalize("NFKC").replace(/\s/g, "");
  const [, lunar, month, dayOfMonth] = MONTH_DAY.exec(plain) ?? [];
  if (month) return { kind: lunar ? "lunar" : "yearly", month: Number(month), day: Number(dayOfMonth) };
  const [, ofMonth, which = "", weekday = ""] = NTH_WEEKDAY.exec(plain) ?? [];
  if (ofMonth) {
    return {
      kind: "weekday",
      month: Number(ofMonth),
      which: ORDINALS.indexOf(which) + 1 || Number(which),
      weekday: WEEKDAYS.indexOf(weekday.replace("天", "日")),
    };
  }
  const festival = findFestival(plain.replace(/^节气/, ""));
  return festival && { kind: "festival", name: festival.name };
}

const two = (number: number) => String(number).padStart(2, "0");

/** The rule as a template writes it. */
export function dateRuleText(parts: DateRuleParts): string {
  switch (parts.kind) {
    case "yearly":
      return `${two(parts.month)}-${two(parts.day)}`;
    case "lunar":
      return `农历 ${two(parts.month)}-${two(parts.day)}`;
    case "festival":
      return `节气 ${parts.name}`;
    case "weekday":
      return `${parts.month}月第${parts.which}个周${WEEKDAYS[parts.weekday]}`;
    case "once":
      return parts.date;
  }
}

/** What a form of another kind begins with, near the date that the rule gave so far. */
export function startingParts(
  kind: DateRuleParts["kind"],
  month: number,
  day: number,
  year: number,
): DateRuleParts {
  switch (kind) {
    case "yearly":
      return { kind, month, day };
    case "lunar":
      return { kind, month, day: Math.min(day, 29) };
    case "festival":
      return { kind, name: festivals[0]?.name ?? "" };
    case "weekday":
      return { kind, month, which: Math.min(4, Math.ceil(day / 7)), weekday: 4 };
    case "once":
      return { kind, date: `${year}-${two(month)}-${two(day)}` };
  }
}
