import { type CreateTableBuilder, type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { newHistoryId } from "./history.ts";
import { revisionDigest } from "./revision-digest.ts";
import type { Engine, Tables } from "./tables.ts";

type FormerRevision = Omit<Tables["revisions"], "digest" | "dependents" | "against" | "packed">;

/** The channel on which PostgreSQL tells every API process of a team's new revision, as "<team> <rev>" (T14). */
export const CHANGE_CHANNEL = "sevenstar_changes";

const templateColumns = ["teamId", "id", "kind", "name", "rows", "updatedAt", "updatedBy"] as const;

function tableWith(db: Kysely<unknown>, name: string, texts: readonly string[]) {
  return texts.reduce<CreateTableBuilder<string, string>>(
    (builder, column) => builder.addColumn(column, "text", (each) => each.notNull()),
    db.schema.createTable(name),
  );
}

/** SQLite keeps a table of short rows in its key's order alone, where it would otherwise write two trees. */
const inKeyOrder = (engine: Engine) => (engine === "sqlite" ? sql`without rowid` : sql``);

async function teamsAndTemplates(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await tableWith(db, "teams", ["name", "createdAt"])
    .addColumn("id", "text", (each) => each.primaryKey())
    .addColumn("rev", "bigint", (each) => each.notNull().defaultTo(0))
    .execute();
  await tableWith(db, "members", ["teamId", "name", "role", "createdAt"])
    .addColumn("id", "text", (each) => each.primaryKey())
    .addColumn("removedAt", "text")
    .execute();
  await db.schema.createIndex("membersOfTeam").on("members").column("teamId").execute();
  await tableWith(db, "tokens", ["memberId", "createdAt"])
    .addColumn("hash", "text", (each) => each.primaryKey())
    .addColumn("revokedAt", "text")
    .execute();
  await tableWith(db, "codes", ["teamId", "role", "expiresAt"])
    .addColumn("hash", "text", (each) => each.primaryKey())
    .addColumn("memberId", "text")
    .addColumn("usedAt", "text")
    .execute();
  const templateTable = (name: string) =>
    tableWith(db, name, templateColumns)
      .addColumn("rev", "bigint", (each) => each.notNull())
      .addColumn("deleted", "integer", (each) => each.notNull());
  await templateTable("templates")
    .addPrimaryKeyConstraint("templatesKey", ["teamId", "id"])
    .modifyEnd(inKeyOrder(engine))
    .execute();
  await db.schema.createIndex("templatesByRev").unique().on("templates").columns(["teamId", "rev"]).execute();
  await templateTable("revisions").addPrimaryKeyConstraint("revisionsKey", ["teamId", "id", "rev"]).execute();
  await tableWith(db, "answers", ["scope", "keyHash", "request", "sealed", "createdAt"])
    .addPrimaryKeyConstraint("answersKey", ["scope", "keyHash"])
    .execute();
}

async function audit(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await tableWith(db, "audit", ["teamId", "at", "memberId", "memberName", "action", "subject"])
    .addColumn("entry", "bigint", (each) => each.notNull())
    .addColumn("rev", "bigint")
    .addPrimaryKeyConstraint("auditKey", ["teamId", "entry"])
    .modifyEnd(inKeyOrder(engine))
    .execute();
  await db.schema.createIndex("tokensOfMember").on("tokens").column("memberId").execute();
  await db.schema.createIndex("answersByAge").on("answers").column("createdAt").execute();
}

/** Lets PostgreSQL itself tell of each new revision when it is committed, whichever process wrote it. */
async function announcements(db: Kysely<unknown>, engine: Engine): Promise<void> {
  if (engine !== "postgres") return;
  await sql`
    create function "announceTeam"() returns trigger language plpgsql as $$
    begin
      perform pg_notify(${sql.lit(CHANGE_CHANNEL)}, new."id" || ' ' || new."rev");
      return null;
    end $$`.execute(db);
  await sql`
    create trigger "teamChanged" after update of "rev" on "teams"
    for each row execute function "announceTeam"()`.execute(db);
}

/** A template's rows stand in its revisions alone; twice they cost a write twice as much. */
async function rowsOnce(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("templates").dropColumn("rows").execute();
}

/**
 * Invites have makers and can be listed, a team counts what it takes, and the store knows which team it made for
 * itself, which once was the one called "local".
 */
async function teamFacts(db: Kysely<unknown>): Promise<void> {
  await tableWith(db, "facts", ["value"])
    .addColumn("name", "text", (each) => each.primaryKey())
    .execute();
  await sql`insert into "facts" ("name", "value") select 'localTeam', "id" from "teams" where "id" = 'local'`.execute(
    db,
  );
  for (const column of ["id", "createdBy", "createdAt"]) {
    await db.schema.alterTable("codes").addColumn(column, "text").execute();
  }
  await sql`update "codes" set "id" = "hash"`.execute(db);
  await db.schema.createIndex("codesOfTeam").on("codes").column("teamId").execute();
  await db.schema
    .alterTable("teams")
    .addColumn("bytes", "bigint", (each) => each.notNull().defaultTo(0))
    .execute();
  await sql`update "teams" set "bytes" = (
    select coalesce(sum(octet_length("rows") + 256), 0) from "revisions" where "teamId" = "teams"."id"
  )`.execute(db);
}

/**
 * A history gets its id, each revision a digest (T18) and room for being packed (T20). The rows are the last
 * column: what stood behind them was read through all their pages.
 */
async function historyAndDigests(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const tables = db as Kysely<Tables>;
  await tableWith(db, "history", ["id"]).execute();
  await tables.insertInto("history").values({ id: newHistoryId() }).execute();
  await db.schema
    .alterTable("teams")
    .addColumn("digest", "text", (each) => each.notNull().defaultTo(""))
    .execute();
  await db.schema.alterTable("revisions").renameTo("formerRevisions").execute();
  await tableWith(db, "revisions", ["teamId", "id", "kind", "name", "updatedAt", "updatedBy", "digest"])
    .addColumn("rev", "bigint", (each) => each.notNull())
    .addColumn("deleted", "integer", (each) => each.notNull())
    .addColumn("dependents", "integer", (each) => each.notNull().defaultTo(0))
    .addColumn("against", "bigint")
    .addColumn("packed", engine === "sqlite" ? "blob" : "bytea")
    .addColumn("rows", "text", (each) => each.notNull())
    .addPrimaryKeyConstraint("revisionsOfTemplate", ["teamId", "id", "rev"])
    .execute();
  await db.schema.createIndex("formerByRev").on("formerRevisions").columns(["teamId", "rev"]).execute();
  const former = (db as Kysely<{ formerRevisions: FormerRevision }>).selectFrom("formerRevisions");
  for (const { id: teamId } of await tables.selectFrom("teams").select("id").execute()) {
    let digest = "";
    for (let rev = 0; ; ) {
      const page = await former
        .where("teamId", "=", teamId)
        .where("rev", ">", rev)
        .orderBy("rev")
        .limit(20)
        .selectAll()
        .execute();
      for (const row of page) {
        digest = revisionDigest(digest, { ...row, rowsJson: row.rows });
        await tables
          .insertInto("revisions")
          .values({ ...row, digest, dependents: 0, against: null, packed: null })
          .execute();
      }
      const last = page.at(-1);
      if (!last) break;
      rev = last.rev;
    }
    await tables.updateTable("teams").set({ digest }).where("id", "=", teamId).execute();
  }
  await db.schema.dropTable("formerRevisions").execute();
  await db.schema.createIndex("revisionsByRev").unique().on("revisions").columns(["teamId", "rev"]).execute();
}

/** The steps from an empty database to today's tables, in the order of their names. */
export const migrationsOf = (engine: Engine): Record<string, Migration> => ({
  "0001-teams-and-templates": { up: (db) => teamsAndTemplates(db, engine) },
  "0002-audit": { up: (db) => audit(db, engine) },
  "0003-announcements": { up: (db) => announcements(db, engine) },
  "0004-rows-once": { up: rowsOnce },
  "0005-team-facts": { up: teamFacts },
  "0006-history-and-digests": { up: (db) => historyAndDigests(db, engine) },
});
