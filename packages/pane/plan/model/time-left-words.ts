import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";

/** How far a deadline is, in working days (`left`, negative once it is past). */
export function timeLeftWords(today: CalendarDay, day: CalendarDay, left: number): Words {
  if (day === today) return { zh: "就是今天", en: "today" };
  if (day > today) return { zh: `还剩 ${left} 个工作日`, en: `${left} working days left` };
  return left === 0
    ? { zh: "已过期，还没有完成", en: "past and not done" }
    : { zh: `已过期 ${-left} 个工作日，还没有完成`, en: `${-left} working days past and not done` };
}
