import type { TemplateKind } from "@sevenstar/core/template/rows";
import type { Content, Template, TemplateSummary } from "@sevenstar/core/template/template";
import type { Kysely, Selectable } from "kysely";
import type { Tables } from "./tables.ts";

/** More templates than this a team may not have (T12). */
export const MOST_TEMPLATES = 1000;

/** Which state a write builds on: none yet, or a revision (T2). */
export type Base = "new" | { readonly revs: readonly number[] };

export type WriteResult =
  | { readonly template: Template; readonly created: boolean }
  | { readonly stale: Template }
  | "unknown"
  | "too many"
  | "deleted revision";

type Row = Selectable<Tables["templates"]>;

const SUMMARY = ["id", "kind", "name", "rev", "updatedAt", "updatedBy", "deleted"] as const;

const summaryOf = (row: Omit<Row, "rows" | "teamId">): TemplateSummary => ({
  id: row.id,
  kind: row.kind as TemplateKind,
  name: row.name,
  rev: row.rev,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
  deleted: row.deleted === 1,
});
const templateOf = (row: Row): Template => ({ ...summaryOf(row), rows: JSON.parse(row.rows) });

/** Templates and their revisions; every write is one transaction. */
export class TemplateStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async list(teamId: string): Promise<TemplateSummary[]> {
    const rows = await this.#db
      .selectFrom("templates")
      .where("teamId", "=", teamId)
      .where("deleted", "=", 0)
      .select(SUMMARY)
      .orderBy("id")
      .execute();
    return rows.map(summaryOf);
  }

  /** The latest state of a template, its tombstone too. */
  async find(teamId: string, id: string): Promise<Template | undefined> {
    const row = await this.#db
      .selectFrom("templates")
      .where("teamId", "=", teamId)
      .where("id", "=", id)
      .selectAll()
      .executeTakeFirst();
    return row && templateOf(row);
  }

  /** Creates or changes a template. */
  put(teamId: string, by: string, id: string, base: Base, content: Content): Promise<WriteResult> {
    return this.#write(teamId, by, id, base, async () => ({ ...content, deleted: false }));
  }

  /** Leaves a tombstone. */
  delete(teamId: string, by: string, id: string, base: Base): Promise<WriteResult> {
    return this.#write(teamId, by, id, base, async (current) =>
      current && !current.deleted
        ? { kind: current.kind, name: current.name, rows: [], deleted: true }
        : "unknown",
    );
  }

  /** Writes an old revision's content as a new revision (T8). */
  restore(teamId: string, by: string, id: string, base: Base, rev: number): Promise<WriteResult> {
    return this.#write(teamId, by, id, base, async (_, store) => {
      const old = await store.revision(teamId, id, rev);
      if (!old) return "unknown";
      return old.deleted ? "deleted revision" : { ...old, deleted: false };
    });
  }

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
      .selectAll()
      .executeTakeFirst();
    return row && templateOf(row);
  }

  /** What changed after a revision, latest state, tombstones too, by revision (T5). */
  async changes(
    teamId: string,
    since: number,
    limit: number,
  ): Promise<{ changes: Template[]; more: boolean }> {
    const rows = await this.#db
      .selectFrom("templates")
      .where("teamId", "=", teamId)
      .where("rev", ">", since)
      .selectAll()
      .orderBy("rev")
      .limit(limit + 1)
      .execute();
    return { changes: rows.slice(0, limit).map(templateOf), more: rows.length > limit };
  }

  /** The team's newest revision. */
  async newestRevision(teamId: string): Promise<number> {
    const row = await this.#db.selectFrom("teams").where("id", "=", teamId).select("rev").executeTakeFirst();
    return row?.rev ?? 0;
  }

  async #write(
    teamId: string,
    by: string,
    id: string,
    base: Base,
    next: (
      current: Template | undefined,
      store: TemplateStore,
    ) => Promise<(Content & { deleted: boolean }) | "unknown" | "deleted revision">,
  ): Promise<WriteResult> {
    return this.#db.transaction().execute(async (transaction): Promise<WriteResult> => {
      const store = new TemplateStore(transaction);
      const current = await store.find(teamId, id);
      const isNew = current === undefined || current.deleted;
      if (base === "new" ? !isNew : current && !base.revs.includes(current.rev))
        return { stale: current as Template };
      if (base !== "new" && !current) return "unknown";
      if (isNew && (await store.#count(teamId)) >= MOST_TEMPLATES) return "too many";
      const content = await next(current, store);
      if (typeof content === "string") return content;
      const { rev } = await transaction
        .updateTable("teams")
        .set((each) => ({ rev: each("rev", "+", 1) }))
        .where("id", "=", teamId)
        .returning("rev")
        .executeTakeFirstOrThrow();
      const row: Row = {
        teamId,
        id,
        kind: content.kind,
        name: content.name,
        rows: JSON.stringify(content.rows),
        rev,
        updatedAt: new Date().toISOString(),
        updatedBy: by,
        deleted: content.deleted ? 1 : 0,
      };
      await transaction.insertInto("revisions").values(row).execute();
      await transaction
        .insertInto("templates")
        .values(row)
        .onConflict((conflict) => conflict.columns(["teamId", "id"]).doUpdateSet(row))
        .execute();
      return { template: templateOf(row), created: isNew };
    });
  }

  async #count(teamId: string): Promise<number> {
    const row = await this.#db
      .selectFrom("templates")
      .where("teamId", "=", teamId)
      .where("deleted", "=", 0)
      .select((each) => each.fn.countAll<number>().as("count"))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
}
