import type { Cell } from "../cells/cell.ts";
import { Refusal } from "../cells/refusal.ts";
import type { Profile } from "./read-profile.ts";
import { type SeedLine, seedQuotation } from "./seed-quotation.ts";

/**
 * What a choice asks of a profile: that a metric has a word that contains one of the words asked for, and how
 * much that weighs. Alternatives are separated by 或, metrics as well as words.
 */
export type Criterion = readonly [metrics: string, asks: string, weight: number];

/** A business line, shop mode or business type. */
export interface Choice {
  readonly name: string;
  readonly criteria: readonly Criterion[];
  /** What the seed says of it. */
  readonly says: readonly SeedLine[];
  /** What the criteria assume beyond the seed, beside their weights. */
  readonly assumes?: string;
}

/** What a choice rests on: the seed's words, then the assumptions. */
export const basisOf = ({ says, assumes }: Choice): string =>
  `${says.map(seedQuotation).join("；")}；假设（assumption）：权重${assumes ? `、${assumes}` : ""}`;

/**
 * Ranks choices for a profile: rows of name, score, reason, basis. The score is the weight met among the weight
 * of the criteria whose metric is given, in whole percent, 0 where none is; equal scores keep the order given. A
 * choice that needs a value that could not be read carries its refusal and comes last. No rows for an empty profile.
 */
export const rankChoices = (choices: readonly Choice[], profile: Profile): Cell[][] =>
  (profile.isEmpty ? [] : choices)
    .map((choice) => judge(choice, profile))
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row);

function judge(choice: Choice, { values, ignored }: Profile): { row: Cell[]; score: number } {
  const row = (score: Cell, reason: Cell) => [choice.name, score, reason, basisOf(choice)];
  const reasons = {
    符合: [] as string[],
    不符: [] as string[],
    "未填，不计": [] as string[],
    "不认识，不计": [...ignored],
  };
  let metWeight = 0;
  let knownWeight = 0;
  for (const [metrics, asks, weight] of choice.criteria) {
    const given: string[] = [];
    let isMet = false;
    for (const metric of metrics.split("或")) {
      const words = values.get(metric);
      if (words instanceof Refusal) return { row: row(words, words), score: -1 };
      if (!words) {
        reasons["未填，不计"].push(metric);
        continue;
      }
      given.push(`${metric}为${words.slice(0, MOST).join("、")}`);
      isMet ||= asks.split("或").some((each) => words.some((word) => word.includes(each)));
    }
    if (given.length === 0) continue;
    knownWeight += weight;
    if (isMet) metWeight += weight;
    reasons[isMet ? "符合" : "不符"].push(
      `${given.join("、")}${isMet ? "" : `，需要${asks}`}（${weight}分）`,
    );
  }
  const score = Math.round((100 * metWeight) / (knownWeight || 1));
  const reason = [knownWeight ? `得 ${metWeight}/${knownWeight} 分` : "没有可以判断的指标"];
  for (const [label, items] of Object.entries(reasons)) {
    const more = items.length > MOST ? `等 ${items.length} 项` : "";
    if (items.length > 0) reason.push(`${label}：${items.slice(0, MOST).join("、")}${more}`);
  }
  return { row: row(score, reason.join("；")), score };
}

/** More than this a reason does not name: a cell cannot hold endless lists. */
const MOST = 9;
