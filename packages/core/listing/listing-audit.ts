import type { Table } from "../functions/table.ts";
import { GATE_CHECK } from "./check-kinds.ts";
import { type CompiledCheck, compileCheck, type Outcome } from "./compile-check.ts";
import type { listingFields } from "./listing-fields.ts";
import type { RuleOfSet } from "./rule-set.ts";

/** The seven sections in the seed's order, by the column of SEVENSTARCHECK that reports each. */
export const SECTIONS = ["标题", "属性", "自定义属性", "主图视频", "销售信息", "网上订购", "详情"] as const;

type Row = readonly unknown[];

/** A rule set, bound to the columns of one table. */
export class ListingAudit {
  /** The checks of each section; a section that no rule speaks of has none and stays unknown. */
  readonly sections: readonly (readonly CompiledCheck[])[];
  readonly #checks: readonly CompiledCheck[];
  readonly #gates: readonly CompiledCheck[];

  constructor(rules: readonly RuleOfSet[], table: Table<typeof listingFields>) {
    this.#checks = rules.map((rule) => compileCheck(rule, table));
    this.sections = SECTIONS.map((_, index) => this.#checks.filter(({ rule }) => rule.star === index + 1));
    this.#gates = this.#checks.filter(({ rule }) => rule.check === GATE_CHECK);
  }

  /** The stars of a row, 0 to 7; undefined where a check met a bad cell. */
  stars(row: Row): number | undefined {
    let stars = 0;
    for (const section of this.sections) {
      let passes = section.length > 0;
      for (const check of section) {
        const outcome = check.outcome(row);
        if (outcome === "bad") return undefined;
        if (outcome !== "pass") passes = false;
      }
      if (passes) stars++;
    }
    return stars === SECTIONS.length && !this.isGateOpen(row) ? stars - 1 : stars;
  }

  /** Whether the listing can be ordered online; without it there are never seven stars. */
  isGateOpen(row: Row): boolean {
    return this.#gates.length > 0 && this.#gates.every((gate) => gate.outcome(row) === "pass");
  }

  /** What each check says of a row, by section. */
  outcomes(row: Row): Outcome[][] {
    return this.sections.map((section) => section.map((check) => check.outcome(row)));
  }
}
