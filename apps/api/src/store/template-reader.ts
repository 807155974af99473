import type { TemplateKind } from "@sevenstar/core/template/rows";
import type { TemplateSummary } from "@sevenstar/core/template/template";
import type { Kysely, Selectable } from "kysely";
import { preparedQuery } from "./prepared-query.ts";
import type { Tables } from "./tables.ts";
import { templateJson } from "./template-json.ts";

/** A template; its rows stay the JSON text in which they were written. */
export interface Template extends TemplateSummary {
  readonly rowsJson: string;
}

type Row = Selectable<Tables["revisions"]>;

const SUMMARY = ["id", "kind", "name", "rev", "updatedAt", "updatedBy", "deleted"] as const;
const WHOLE = [...SUMMARY, "rows"] as const;

const summaryOf = (row: Omit<Row, "rows" | "teamId">): TemplateSummary => ({
  id: row.id,
  kind: row.kind as TemplateKind,
  name: row.name,
  rev: row.rev,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
  deleted: row.deleted === 1,
});

const templateOf = (row: Omit<Row, "teamId">): Template => ({ ...summaryOf(row), rowsJson: row.rows });

/** The templates with the rows of their latest revisions. */
const wholeTemplates = (db: Kysely<Tables>) =>
  db
    .selectFrom("templates")
    .innerJoin("revisions", (join) =>
      join
        .onRef("revisions.teamId", "=", "templates.teamId")
        .onRef("revisions.id", "=", "templates.id")
        .onRef("revisions.rev", "=", "templates.rev"),
    )
    .select(WHOLE.map((column) => `revisions.${column}` as const));

const findRow = preparedQuery((db, { teamId, id }: { teamId: string; id: string }) =>
  wholeTemplates(db).where("templates.teamId", "=", teamId).where("templates.id", "=", id),
);

const changedRows = preparedQuery(
  (db, { teamId, since, limit }: { teamId: string; since: number; limit: number }) =>
    wholeTemplates(db)
      .where("templates.teamId", "=", teamId)
      .where("templates.rev", ">", since)
      .orderBy("templates.rev")
      .limit(limit),
);

/** Reads templates, their history and their changes. */
export class TemplateReader {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The templates that are not deleted, by id. */
  async list(teamId: string): Promise<TemplateSummary[]> {
    const rows = await this.#db
      .selectFrom("templates")
      .where("teamId", "=", teamId)
      .where("deleted", "=", 0)
      .select(SUMMARY)
      .execute();
    return rows.map(summaryOf).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The latest state of a template, its tombstone too. */
  async find(teamId: string, id: string): Promise<Template | undefined> {
    const [row] = await findRow(this.#db, { teamId, id });
    return row && templateOf(row);
  }

  /** Every state that a template had, newest first. */
  async revisions(teamId: string, id: string): Promise<TemplateSummary[]> {
    const rows = await this.#db
      .selectFrom("revisions")
      .where("teamId", "=", teamId)
      .where("id", "=", id)
      .select(SUMMARY)
      .orderBy("rev", "desc")
      .execute();
    return rows.map(summaryOf);
  }

  async revision(teamId: string, id: string, rev: number): Promise<Template | undefined> {
    const row = await this.#db
      .selectFrom("revisions")
      .where("teamId", "=", teamId)
      .where("id", "=", id)
      .where("rev", "=", rev)
      .select(WHOLE)
      .executeTakeFirst();
    return row && templateOf(row);
  }

  /** What changed after a revision, latest state, tombstones too, by revision (T5). */
  async changes(
    teamId: string,
    since: number,
    limit: number,
  ): Promise<{ changes: Template[]; more: boolean }> {
    const rows = await changedRows(this.#db, { teamId, since, limit: limit + 1 });
    return { changes: rows.slice(0, limit).map(templateOf), more: rows.length > limit };
  }

  /** The same as the answer to `GET /v1/changes`, in UTF-8. */
  async changesJson(teamId: string, since: number, limit: number): Promise<Uint8Array<ArrayBuffer>> {
    const { changes, more } = await this.changes(teamId, since, limit);
    const cursor = changes.at(-1)?.rev ?? since;
    return Buffer.from(`{"changes":[${changes.map(templateJson).join()}],"cursor":${cursor},"more":${more}}`);
  }

  /** The team's newest revision. */
  async newestRevision(teamId: string): Promise<number> {
    const row = await this.#db.selectFrom("teams").where("id", "=", teamId).select("rev").executeTakeFirst();
    return row?.rev ?? 0;
  }
}
