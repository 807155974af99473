import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "./settings.ts";
import { TestPostgres } from "./store/test-postgres.fixture.ts";

type EngineName = "SQLite" | "PostgreSQL";

/** What the tests of the store and of the API run over; the quick lane leaves PostgreSQL out. */
export const engines: readonly EngineName[] =
  process.env["SEVENSTAR_TEST_LANE"] === "quick" ? ["SQLite"] : ["SQLite", "PostgreSQL"];

/** Where stores of one engine are for the time of a test file. */
export interface TestEngine {
  /** The server, where the engine has one. */
  readonly postgres?: TestPostgres;
  /** The settings of a new, empty store. */
  place(): Promise<Pick<Settings, "DATA_DIR" | "DATABASE_URL">>;
  close(): Promise<void>;
}

/** Makes an engine ready. */
export async function testEngine(name: EngineName): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-api-"));
  const postgres = name === "PostgreSQL" ? await TestPostgres.start() : undefined;
  return {
    ...(postgres ? { postgres } : {}),
    place: async () => ({
      DATA_DIR: mkdtempSync(join(folder, "data-")),
      ...(postgres ? { DATABASE_URL: await postgres.database() } : {}),
    }),
    close: async () => {
      await postgres?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
