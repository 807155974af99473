import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrationsOf } from "./migrations.ts";
import type { Engine, Tables } from "./tables.ts";

/** Brings the tables up to date, all steps or none; "newer" where a newer version has been here. */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<"newer" | undefined> {
  const provider = { getMigrations: async () => migrationsOf(engine) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (!error) return undefined;
  if (/previously executed migration/.test(String(error))) return "newer";
  throw error;
}
