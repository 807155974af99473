import { defineConfig } from "vitest/config";
import { lane, MOST_WORKERS, root } from "./lanes.ts";

/** The quick lane: no browser, no PostgreSQL, no built pages; launching a browser here is refused with a sentence. */
const left = [
  "tooling/browser/**",
  "tooling/workbench-tests/**",
  "tooling/template-tests/**",
  "tooling/sheet-host/{growing-sheet,merchants-change,other-sheet,univer-seam,workbench}.test.ts",
  "tooling/sync-tests/{crash,fsync}.test.ts",
  "tooling/excel-runtime/**",
  "tooling/manifest-checks/**",
  "tooling/pattern-checks/**",
  "tooling/metadata-checks/**",
  "apps/api/src/{pages,outage,postgres-faults}.test.ts",
  "apps/api/src/commands/**",
];
const env = { SEVENSTAR_TEST_LANE: "quick", CHAOS_RUNS: "200", FUZZ_REQUESTS: "4000" };

export default defineConfig({ test: { root, maxWorkers: MOST_WORKERS, projects: lane(left, env) } });
