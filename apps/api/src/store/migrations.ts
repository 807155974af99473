import type { CreateTableBuilder, Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const templateColumns = ["teamId", "id", "kind", "name", "rows", "updatedAt", "updatedBy"] as const;

/** The steps from an empty database to today's tables, in the order of their names. */
export const migrations: Record<string, Migration> = {
  "0001-teams-and-templates": {
    async up(db: Kysely<unknown>) {
      const table = (name: string, texts: readonly string[]) =>
        texts.reduce<CreateTableBuilder<string, string>>(
          (builder, column) => builder.addColumn(column, "text", (each) => each.notNull()),
          db.schema.createTable(name),
        );
      await table("teams", ["name", "createdAt"])
        .addColumn("id", "text", (each) => each.primaryKey())
        .addColumn("rev", "integer", (each) => each.notNull().defaultTo(0))
        .execute();
      await table("members", ["teamId", "name", "role", "createdAt"])
        .addColumn("id", "text", (each) => each.primaryKey())
        .addColumn("removedAt", "text")
        .execute();
      await db.schema.createIndex("membersOfTeam").on("members").column("teamId").execute();
      await table("tokens", ["memberId", "createdAt"])
        .addColumn("hash", "text", (each) => each.primaryKey())
        .addColumn("revokedAt", "text")
        .execute();
      await table("codes", ["teamId", "role", "expiresAt"])
        .addColumn("hash", "text", (each) => each.primaryKey())
        .addColumn("memberId", "text")
        .addColumn("usedAt", "text")
        .execute();
      const templateTable = (name: string) =>
        table(name, templateColumns)
          .addColumn("rev", "integer", (each) => each.notNull())
          .addColumn("deleted", "integer", (each) => each.notNull());
      await templateTable("templates").addPrimaryKeyConstraint("templatesKey", ["teamId", "id"]).execute();
      await db.schema
        .createIndex("templatesByRev")
        .unique()
        .on("templates")
        .columns(["teamId", "rev"])
        .execute();
      await templateTable("revisions")
        .addPrimaryKeyConstraint("revisionsKey", ["teamId", "id", "rev"])
        .execute();
      await table("answers", ["scope", "keyHash", "request", "sealed", "createdAt"])
        .addPrimaryKeyConstraint("answersKey", ["scope", "keyHash"])
        .execute();
    },
  },
};
