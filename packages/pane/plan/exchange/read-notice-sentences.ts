import type { Holiday } from "@sevenstar/core/calendar/public-holidays";
import { statutoryHolidays } from "@sevenstar/core/calendar/statutory-holidays";
import { type CalendarDay, calendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import { type DaySpan, daysOf } from "../model/day-span.ts";
import { dayWords } from "../model/day-words.ts";
import { type NoticeToken, type NoticeVerb, noticeTokens } from "./notice-tokens.ts";

/** What a notice's sentences say. */
export interface NoticeSentences {
  readonly days: readonly Holiday[];
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}

/** A longer stretch is no public holiday. */
const LONGEST_SPAN = 16;
const NUMBERING =
  /^[\s>#*_•·●○◆◇■□▪►☆★–—-]*(?:第?[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|\d{1,2}(?=\p{Script=Han})(?![月日号年天]))?[\s*_]*/u;
/** A heading that none of the public holidays has, such as 店庆. */
const OWN_HEADING = /^([^\d:,()]{1,12}):/;
const NO_HEADING = /放假|上班|补班|调休|假期|安排|通知|如下|时间|日期|说明|备注|^注$/;
/** Sentences that speak of days in general. */
const GENERAL = /^(?:鼓励|建议|倡导)|带薪/;

class BadNotice extends Error {}

interface Span extends DaySpan {
  readonly name: string;
  readonly written: string;
  readonly hasYear: boolean;
  /** The number of its clause within the sentence. */
  readonly clause: number;
}

/**
 * Reads the sentences of a notice: each date gets its meaning from the verb of its own clause, each day its name
 * from the heading it stands under, however the headings are numbered and the lines are broken.
 *
 * Gives one sentence where dates contradict their weekday, their count or the working week, or have no meaning.
 */
export function readNoticeSentences(
  text: string,
  year: number,
): NoticeSentences | { readonly problem: string } {
  const reader = new SentenceReader(year);
  try {
    for (const line of text.split("\n")) {
      for (const sentence of line.split(/[。;!]/)) reader.read(sentence);
      reader.endLine(line);
    }
  } catch (error) {
    if (error instanceof BadNotice) return { problem: error.message };
    throw error;
  }
  return { days: reader.days, notes: reader.notes };
}

class SentenceReader {
  readonly days: Holiday[] = [];
  readonly notes: string[] = [];
  readonly #year: number;
  readonly #statutory: ReadonlySet<number>;
  #name = "";
  /** The meaning that a verb before the dates gives them, as in 上班：2月14日. */
  #prefix: NoticeVerb | undefined;
  #pending: Span[] = [];
  #clause = 0;
  /** A count that was read before its days. */
  #count: number | undefined;
  /** What the heading has had so far, against which a later count is held. */
  #last: { readonly count: number; readonly withWeekends: number; readonly written: string } | undefined;
  #daysOffOfHeading = 0;
  /** The month, and the year where one was written, that a day alone belongs to. */
  #month: { readonly month: number; readonly year: number | undefined } | undefined;
  #mentionsWeekend = false;
  #hasDates = false;

  constructor(year: number) {
    this.#year = year;
    this.#statutory = new Set(
      statutoryHolidays.flatMap(({ firstDay, days }) =>
        Array.from({ length: days }, (_, index) => Number(firstDay(year)) + index),
      ),
    );
  }

  read(written: string): void {
    const sentence = written.replace(NUMBERING, "").replace(/[\s*_]/g, "");
    if (GENERAL.test(sentence)) return;
    const [, own] = OWN_HEADING.exec(sentence) ?? [];
    const tokens = noticeTokens(sentence);
    if (
      own &&
      !NO_HEADING.test(own) &&
      !tokens.some(({ kind, end }) => kind === "name" && end <= own.length)
    ) {
      this.#startHeading(own);
    }
    this.#clause = 0;
    this.#hasDates = false;
    this.#mentionsWeekend = sentence.includes("周末");
    const countsAll = /全年|法定节?假日/.test(sentence);
    let hasName = false;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as NoticeToken;
      const previous = tokens[index - 1];
      switch (token.kind) {
        case "comma":
          this.#clause++;
          break;
        case "name":
          this.#takeName(token.name, previous?.kind === "name" && token.at - previous.end <= 2, hasName);
          hasName = true;
          break;
        case "date":
          index = this.#takeSpan(tokens, index, sentence);
          break;
        case "count":
          if (!countsAll) this.#takeCount(token.count);
          break;
        case "verb":
          this.#takeVerb(token.verb, isBeforeDates(tokens, index, sentence));
          break;
        default:
          break;
      }
    }
    this.#endSentence();
  }

  /** A short line that only says 放假安排 speaks of the lines below it. */
  endLine(line: string): void {
    if (line.length > 20 || this.#prefix !== "休") this.#forgetWhatCameBefore();
  }

  #startHeading(name: string): void {
    this.#name = name;
    this.#last = undefined;
    this.#daysOffOfHeading = 0;
    if (this.#pending.length === 0) this.#month = undefined;
    if (this.#prefix !== "休") this.#prefix = undefined;
  }

  #takeName(name: string, isJoined: boolean, isAnother: boolean): void {
    if (isJoined) {
      this.#name = `${this.#name}、${name}`;
      return;
    }
    const before = this.#pending;
    // 1月1日至3日元旦放假: the name stands behind its days.
    if (before.length > 0 && !isAnother) this.#pending = before.map((span) => ({ ...span, name }));
    if (name !== this.#name) this.#startHeading(name);
  }

  /** Reads a date, or two with 至 between them; gives the place of its last token. */
  #takeSpan(tokens: readonly NoticeToken[], at: number, sentence: string): number {
    let last = at;
    const readDay = (
      place: number,
      base: { readonly month: number; readonly year: number | undefined } | undefined,
    ) => {
      const token = tokens[place];
      if (token?.kind !== "date") return undefined;
      const next = tokens[place + 1];
      last = next?.kind === "weekday" ? place + 1 : place;
      const month = token.month ?? base?.month;
      if (month === undefined) return undefined;
      const year = token.year ?? (token.month === undefined ? base?.year : undefined);
      const weekday = next?.kind === "weekday" ? next.weekday : undefined;
      return { year, month, day: token.day, weekday, hasYear: token.year !== undefined };
    };
    const written = () =>
      sentence.slice(tokens[at]?.at, tokens[last]?.end).replaceAll("(", "（").replaceAll(")", "）");
    const from = readDay(at, this.#month);
    if (!from) {
      // Such as the number of a document.
      if (this.#name === "") return last;
      throw new BadNotice(`“${written()}”没有写是几月，请补上月份再录入。`);
    }
    const mark = tokens[last + 1];
    const isRange = mark?.kind === "to" && mark.at === tokens[last]?.end;
    const to = isRange ? readDay(last + 2, { month: from.month, year: from.year }) : undefined;
    if (isRange && !to && sentence[mark.at] !== "到") {
      throw new BadNotice(
        `“${sentence.slice(tokens[at]?.at, mark.end + 6)}”到哪一天读不懂，请改成如“2月15日至23日”再录入。`,
      );
    }
    const span = this.#span(from, to, written());
    const { month, year } = civilDate(span.to);
    this.#month = { month, year: span.hasYear ? year : undefined };
    this.#pending.push(span);
    this.#hasDates = true;
    return last;
  }

  #span(from: WrittenDay, to: WrittenDay | undefined, written: string): Span {
    const isNewYear = from.month === 12 && from.year === undefined && this.#name.includes("元旦");
    const crosses = to !== undefined && to.month < from.month;
    const year = from.year ?? (isNewYear || (crosses && from.month === 12) ? this.#year - 1 : this.#year);
    const first = calendarDay(year, from.month, from.day);
    const toYear = to?.hasYear ? to.year : year + (crosses ? 1 : 0);
    const last = to ? calendarDay(toYear as number, to.month, to.day) : first;
    if (first === undefined || last === undefined || last < first || last - first >= LONGEST_SPAN) {
      throw new BadNotice(`“${written}”不像放假的日子，请核对后再录入。`);
    }
    for (const [day, { weekday }] of [
      [first, from],
      [last, to ?? from],
    ] as const) {
      if (weekday !== undefined && day % 7 !== weekday) {
        throw new BadNotice(
          `“${written}”和星期对不上：${dayWords(day, 0).zh.replace("（", "是").replace("）", "")}，请核对年份和日期后再录入。`,
        );
      }
    }
    const hasYear = from.hasYear || Boolean(to?.hasYear);
    return { from: first, to: last, name: this.#name, written, hasYear, clause: this.#clause };
  }

  #takeVerb(verb: NoticeVerb, isBefore: boolean): void {
    const own = this.#pending.filter(({ clause }) => clause === this.#clause);
    if (verb === "调至") {
      this.#pending = this.#pending.filter((span) => !own.includes(span));
      this.#settle();
      this.#prefix = "不算";
      return;
    }
    if (isBefore && own.length === 0) {
      this.#settle();
      this.#prefix = verb;
      return;
    }
    // Dates that stand before are another verb's where they are a stretch, or where that verb or a count says so.
    const isList = verb === "休" || this.#pending.every(({ from, to }) => from === to);
    const reachesBack =
      verb !== "不算" && (own.length === 0 || (!this.#prefix && isList && this.#count === undefined));
    const taken = new Set(reachesBack ? this.#pending : own);
    if (taken.size === 0) {
      if (verb !== "不算" && !this.#hasDates) this.#prefix ??= verb;
      return;
    }
    const left = this.#pending.filter((span) => !taken.has(span));
    this.#pending = left;
    this.#settle();
    this.#assign(verb, [...taken]);
  }

  #takeCount(count: number): void {
    if (this.#pending.length > 0 || !this.#last) {
      this.#count = count;
      return;
    }
    this.#compare(count, this.#last);
  }

  /** Gives the dates that no verb followed the meaning of the verb before them. */
  #settle(): void {
    const spans = this.#pending;
    if (spans.length === 0) return;
    this.#pending = [];
    const verb = this.#prefix ?? (this.#count === undefined ? undefined : "休");
    if (verb) {
      this.#assign(verb, spans);
      return;
    }
    for (const { name, written, hasYear } of spans) {
      const isOfAnotherYear = hasYear && !written.startsWith(`${this.#year}年`);
      if (name !== "" && !isOfAnotherYear) {
        throw new BadNotice(
          `“${name}”的“${written}”没有写明放假还是上班，请补上“放假”或“上班”，或删去这个日期再录入。`,
        );
      }
      this.notes.push(`“${written}”没有写明放假还是上班，没有读入。`);
    }
  }

  #endSentence(): void {
    this.#settle();
    if (this.#hasDates) this.#forgetWhatCameBefore();
  }

  #forgetWhatCameBefore(): void {
    this.#prefix = undefined;
    this.#count = undefined;
  }

  #assign(said: NoticeVerb, spans: readonly Span[]): void {
    if (said === "不算") return;
    const days = spans.flatMap((span) => daysOf(span).map((day) => ({ day, span })));
    const written = spans.map((span) => span.written).join("、");
    const verb = said === "调休" ? (days.every(({ day }) => isWeekend(day)) ? "班" : "休") : said;
    for (const { day, span } of days) {
      if (verb === "班") this.#takeWorked(day, span);
      else this.days.push({ day, name: span.name, type: "休" });
    }
    if (verb === "休") this.#daysOffOfHeading += days.length;
    const withWeekends = spans.reduce((sum, span) => sum + daysWithWeekends(span), 0);
    this.#last = {
      count: days.length,
      withWeekends: this.#mentionsWeekend ? withWeekends : days.length,
      written,
    };
    if (this.#count !== undefined) this.#compare(this.#count, this.#last);
    this.#count = undefined;
  }

  #takeWorked(day: CalendarDay, { name, written, from, to }: Span): void {
    const words = dayWords(day, this.#year).zh;
    if (this.#statutory.has(day)) {
      throw new BadNotice(`“${written}”读到的是上班，但${words}是法定节假日，请核对后再录入。`);
    }
    if (isWeekend(day)) {
      this.days.push({ day, name, type: "班" });
    } else if (from < to) {
      throw new BadNotice(
        `“${written}”读到的是上班，但${words}不是周末，本来就上班，请核对是不是放假，再录入。`,
      );
    } else {
      this.notes.push(`${words}本来就上班，不用录入。`);
    }
  }

  #compare(
    count: number,
    last: { readonly count: number; readonly withWeekends: number; readonly written: string },
  ): void {
    if ([last.count, last.withWeekends, this.#daysOffOfHeading].includes(count)) return;
    throw new BadNotice(
      `${this.#name && `“${this.#name}”`}写着共${count}天，读到的“${last.written}”是${last.count}天，请核对后再录入。`,
    );
  }
}

interface WrittenDay {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly weekday: number | undefined;
  readonly hasYear: boolean;
}

/** Saturday or Sunday: Excel's serials count from a Sunday. */
const isWeekend = (day: number) => day % 7 < 2;

/** How many days off in a row a stretch makes with the weekends next to it. */
function daysWithWeekends({ from, to }: DaySpan): number {
  let [first, last]: [number, number] = [from, to];
  while (isWeekend(first - 1)) first--;
  while (isWeekend(last + 1)) last++;
  return last - first + 1;
}

/** Whether a verb speaks of the dates behind it, as in 上班：2月14日 or 放假时间为2月15日. */
function isBeforeDates(tokens: readonly NoticeToken[], index: number, sentence: string): boolean {
  const [verb, next] = [tokens[index], tokens[index + 1]];
  if (!verb || next?.kind !== "date") return sentence[verb?.end ?? 0] === ":";
  return /^(?:时间|日期|安排|日|的)?(?:为|是|:)?$/.test(sentence.slice(verb.end, next.at));
}
