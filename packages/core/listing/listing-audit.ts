import type { Cell, Grid } from "../cells/cell.ts";
import { isBlankRow } from "../cells/table.ts";
import { GATE_CHECK } from "./check-kinds.ts";
import { type CompiledCheck, compileCheck, type ListingTable, type Outcome } from "./compile-check.ts";
import type { RuleOfSet } from "./rule-set.ts";
import { badListingRow } from "./unreadable-cells.ts";

/** The seven sections in the seed's order, by the column of SEVENSTARCHECK that reports each. */
export const SECTIONS = ["标题", "属性", "自定义属性", "主图视频", "销售信息", "网上订购", "详情"] as const;

type Row = readonly unknown[];

/** A rule set, bound to the columns of one table. */
export class ListingAudit {
  readonly table: ListingTable;
  /** The checks of each section; a section that no rule speaks of has none and stays unknown. */
  readonly sections: readonly (readonly CompiledCheck[])[];
  /** All checks, section by section. */
  readonly checks: readonly CompiledCheck[];
  /** Whether the rules ask for online ordering; where they do not, there are never seven stars. */
  readonly hasGate: boolean;
  readonly #judges: readonly (readonly ((row: Row) => Outcome)[])[];

  constructor(rules: readonly RuleOfSet[], table: ListingTable) {
    this.table = table;
    this.sections = SECTIONS.map((_, index) =>
      rules.filter(({ star }) => star === index + 1).map((rule) => compileCheck(rule, table)),
    );
    this.checks = this.sections.flat();
    this.hasGate = rules.some(({ check }) => check === GATE_CHECK);
    this.#judges = this.sections.map((section) => section.map(({ outcome }) => outcome));
  }

  /** What the rules do not speak of and a listing needs for seven stars, in words. */
  get missingRules(): string[] {
    const gate = this.sections.every(({ length }) => length > 0) && !this.hasGate ? [GATE_CHECK] : [];
    const names = [...SECTIONS.filter((_, index) => this.sections[index]?.length === 0), ...gate];
    return names.length > 0 ? [`规则表里没有“${names.join("”“")}”的规则，请在规则表中补上`] : [];
  }

  /** The stars of a row, 0 to 7; undefined where a check met a bad cell. */
  stars(row: Row): number | undefined {
    let stars = 0;
    for (let section = 0; section < SECTIONS.length; section++) {
      const judges = this.#judges[section] ?? [];
      let passes = judges.length > 0;
      for (let index = 0; index < judges.length; index++) {
        const outcome = judges[index]?.(row);
        if (outcome === "pass") continue;
        if (outcome === "bad") return undefined;
        passes = false;
      }
      if (passes) stars++;
    }
    return this.gated(stars);
  }

  /** The stars that a number of passed sections is worth. */
  gated(stars: number): number {
    return stars === SECTIONS.length && !this.hasGate ? stars - 1 : stars;
  }

  /** One column with what `judge` says of each row, "" for a blank row, a refusal where it says undefined. */
  column(judge: (row: Row) => number | undefined): Grid {
    const { rows } = this.table;
    if (rows.length === 0) return [[""]];
    return rows.map((row): Cell[] => {
      if (isBlankRow(row)) return [""];
      return [judge(row) ?? badListingRow(this.checks, this.table, row)];
    });
  }
}
