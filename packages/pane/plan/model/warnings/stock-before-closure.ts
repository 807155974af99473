import { addDays, civilDate } from "@sevenstar/core/cells/calendar-day";
import { dayWords, shortDayWords } from "../day-words.ts";
import { factoryClosure } from "../factory-closure.ts";
import { isSettled } from "../milestone-statuses.ts";
import { milestoneOf } from "../plan-schedule.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

/** Stock that cannot be made after the factories open again and so has to be ordered before they close. */
export const stockBeforeClosure: WarningRule = ({ schedule, document, book, today }) =>
  schedule.activities.flatMap((scheduled): PlanWarning[] => {
    const stock = milestoneOf(scheduled, "stockReady");
    if (!stock || isSettled(stock.status) || stock.day < today) return [];
    const { assumptions } = document;
    const closure = factoryClosure(civilDate(stock.day).year, assumptions);
    const firstMadeAfter = closure && addDays(closure.to, assumptions.production);
    const latestOrder = closure && addDays(closure.from, -assumptions.production);
    if (!closure || !firstMadeAfter || !latestOrder) return [];
    if (stock.day < closure.from || stock.day >= firstMadeAfter) return [];
    const order = book.calendar.lastWorkday(latestOrder);
    if (typeof order !== "number") return [];
    const { activity, id } = scheduled.activity;
    const words = (day: typeof order) => shortDayWords(day, schedule.year);
    const [due, from, to] = [words(stock.day), words(closure.from), words(closure.to)];
    const by = dayWords(order, schedule.year);
    const isLate = order < today;
    return [
      {
        id: `stock ${schedule.year} ${id}`,
        level: isLate ? "urgent" : "warning",
        sentence: isLate
          ? {
              zh: `“${activity}”要在 ${due.zh} 备好货，而工厂 ${from.zh}–${to.zh} 停工（假设）；最晚下单日 ${by.zh} 已过，请马上和工厂确认现货或改期。`,
              en: `“${activity}” needs its stock by ${due.en}, and factories close ${from.en} – ${to.en} (assumed). The last day to order, ${by.en}, is past: ask the factory for stock at hand now, or change the plan.`,
            }
          : {
              zh: `“${activity}”要在 ${due.zh} 备好货，而工厂 ${from.zh}–${to.zh} 停工（假设），复工后来不及生产，请在 ${by.zh} 前下单。`,
              en: `“${activity}” needs its stock by ${due.en}, and factories close ${from.en} – ${to.en} (assumed): too late to produce after they open, so order by ${by.en}.`,
            },
        activities: [id],
      },
    ];
  });
