import type { Cell } from "../functions/cell.ts";
import { Refusal } from "../functions/refusal.ts";
import type { MetricValue, Profile } from "./read-profile.ts";
import { shortened, shortList } from "./shortened.ts";

/** One thing a business line or shop mode asks of a profile. */
export interface Criterion {
  /** The metrics it looks at; one that meets it is enough. */
  readonly metrics: readonly string[];
  readonly weight: number;
  /** What it asks for, as in “需要是”. */
  readonly asks: string;
  /** Whether a value meets it; undefined where the value says nothing either way. */
  readonly isMet: (value: MetricValue) => boolean | undefined;
}

/** Asks for one of some words; a value without any known word says nothing. */
export const oneOf = (metric: string, words: readonly string[], weight: number): Criterion => ({
  metrics: [metric],
  weight,
  asks: words.join("或"),
  isMet: (value) => (hasWords(value) ? words.some((word) => value.has(word)) : undefined),
});

/** Speaks for a profile one of whose words contains one of some others, and not against one without. */
export const mentions = (metric: string, words: readonly string[], weight: number): Criterion => ({
  metrics: [metric],
  weight,
  asks: words.join("或"),
  isMet: (value) =>
    (hasWords(value) && [...value].some((given) => words.some((word) => given.includes(word)))) || undefined,
});

/** Speaks for a profile that gives any words at all. */
export const anyWord = (metric: string, weight: number): Criterion => mentions(metric, [""], weight);

const hasWords = (value: MetricValue): value is ReadonlySet<string> => value instanceof Set && value.size > 0;

/** Asks for a yes; of several metrics one is enough. */
export const yes = (metric: string | readonly string[], weight: number): Criterion => ({
  metrics: typeof metric === "string" ? [metric] : metric,
  weight,
  asks: "是",
  isMet: (value) => value === true,
});

/** Asks for a no. */
export const no = (metric: string, weight: number): Criterion => ({
  metrics: [metric],
  weight,
  asks: "否",
  isMet: (value) => value === false,
});

/** Asks for a number within bounds. */
export const between = (
  metric: string,
  [least, most]: readonly [number, number],
  asks: string,
  weight: number,
): Criterion => ({
  metrics: [metric],
  weight,
  asks,
  isMet: (value) => typeof value === "number" && value >= least && value <= most,
});

/** Asks for a budget of any size. */
export const budgeted = (metric: string, weight: number): Criterion => ({
  metrics: [metric],
  weight,
  asks: "大于 0",
  isMet: (value) => value === true || (typeof value === "number" && value > 0),
});

/** A business line, shop mode or business type: what it asks for and what the seed says of it. */
export interface Choice {
  readonly name: string;
  readonly criteria: readonly Criterion[];
  readonly basis: string;
}

interface Judgement {
  readonly row: readonly Cell[];
  readonly score: number;
  /** The weight that was met: of equal scores the one with more behind it comes first. */
  readonly met: number;
}

/**
 * Ranks choices for a profile: rows of name, score 0–100, reason, basis. The score is the weight of the criteria
 * met among those that the profile decides; without any it is 0. Ties go by the weight met, then by the order given.
 * A choice that needs a value that could not be read carries its refusal and comes last.
 */
export const rankChoices = (choices: readonly Choice[], profile: Profile): (readonly Cell[])[] =>
  choices
    .map((choice) => judge(choice, profile))
    .sort((a, b) => b.score - a.score || b.met - a.met)
    .map(({ row }) => row);

function judge({ name, criteria, basis }: Choice, { values, ignored }: Profile): Judgement {
  const needed = [...new Set(criteria.flatMap(({ metrics }) => metrics))];
  const refusal = needed.map((metric) => values.get(metric)).find((value) => value instanceof Refusal);
  if (refusal instanceof Refusal) return { row: [name, refusal, refusal, basis], score: -1, met: 0 };
  const said = (metric: string) => `${metric}为${shown(values.get(metric))}`;
  const met: string[] = [];
  const unmet: string[] = [];
  let metWeight = 0;
  let knownWeight = 0;
  for (const { metrics, weight, asks, isMet } of criteria) {
    const decided = metrics.filter((metric) => {
      const value = values.get(metric);
      return value !== undefined && isMet(value) !== undefined;
    });
    if (decided.length === 0) continue;
    const meeting = decided.find((metric) => isMet(values.get(metric) as MetricValue));
    knownWeight += weight;
    if (meeting === undefined) unmet.push(`${decided.map(said).join("、")}，需要${asks}（${weight}分）`);
    else metWeight += weight;
    if (meeting !== undefined) met.push(`${said(meeting)}（${weight}分）`);
  }
  const missing = needed.filter((metric) => !values.has(metric));
  const reason = [
    knownWeight === 0 ? "没有可以判断的指标" : `得 ${metWeight}/${knownWeight} 分`,
    listed("符合：", met),
    listed("不符：", unmet),
    listed("未填，不计：", missing),
    listed("不认识，不计：", ignored),
  ];
  const score = knownWeight === 0 ? 0 : metWeight / knownWeight;
  const percent = Math.round((100 * metWeight) / Math.max(knownWeight, 1));
  return { row: [name, percent, reason.filter(Boolean).join("；"), basis], score, met: metWeight };
}

function listed(label: string, items: Iterable<string>): string {
  const list = shortList(items);
  return list === "" ? "" : label + list;
}

function shown(value: MetricValue | undefined): string {
  if (typeof value === "boolean") return value ? "是" : "否";
  return value instanceof Set ? shortened([...value].join("、")) : String(value);
}
