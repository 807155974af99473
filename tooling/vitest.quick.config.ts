import { defineConfig, mergeConfig } from "vitest/config";
import everything from "./vitest.config.ts";

/** The quick lane: no browser, no PostgreSQL, no built pages; launching a browser here is refused with a sentence. */
export default mergeConfig(
  everything,
  defineConfig({
    test: {
      exclude: [
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
      ],
      env: { SEVENSTAR_TEST_LANE: "quick", CHAOS_RUNS: "200", FUZZ_REQUESTS: "4000" },
    },
  }),
);
