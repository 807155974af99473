import type { KindId } from "@sevenstar/core/template/rows";
import type { Kysely, Selectable } from "kysely";
import { MOST_DEPENDENTS, unpackRows } from "./packed-rows.ts";
import { preparedQuery } from "./prepared-query.ts";
import type { ChangePage, Cursor, Summary, Template } from "./stored-template.ts";
import type { Tables } from "./tables.ts";
import { changePageJson, type Dialect } from "./template-json.ts";

type Row = Selectable<Tables["revisions"]>;

const SUMMARY = ["id", "kind", "name", "rev", "updatedAt", "updatedBy", "deleted", "digest"] as const;
/** Of a newest revision: its rows are not packed. */
const WHOLE = [...SUMMARY, "rows"] as const;

const summaryOf = (row: Pick<Row, (typeof SUMMARY)[number]>): Summary => ({
  id: row.id,
  kind: row.kind as KindId,
  name: row.name,
  rev: row.rev,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
  deleted: row.deleted === 1,
  digest: row.digest,
});

const templateOf = (row: Pick<Row, (typeof WHOLE)[number]>): Template => ({
  ...summaryOf(row),
  rowsJson: row.rows,
});

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

const revisionAt = preparedQuery((db, { teamId, rev }: { teamId: string; rev: number }) =>
  db.selectFrom("revisions").where("teamId", "=", teamId).where("rev", "=", rev).select("digest"),
);

const storedRevision = preparedQuery((db, { teamId, id, rev }: { teamId: string; id: string; rev: number }) =>
  db
    .selectFrom("revisions")
    .where("teamId", "=", teamId)
    .where("id", "=", id)
    .where("rev", "=", rev)
    .select([...WHOLE, "against", "packed"]),
);

const headOf = preparedQuery((db, { teamId }: { teamId: string }) =>
  db.selectFrom("teams").where("id", "=", teamId).select(["rev", "digest"]),
);

const START: Cursor = { rev: 0 };

/** Reads templates, their history and their changes. */
export class TemplateReader {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The templates that are not deleted, by id. */
  async list(teamId: string): Promise<Summary[]> {
    const rows = await this.#db
      .selectFrom("templates")
      .innerJoin("revisions", (join) =>
        join.onRef("revisions.teamId", "=", "templates.teamId").onRef("revisions.rev", "=", "templates.rev"),
      )
      .where("templates.teamId", "=", teamId)
      .where("templates.deleted", "=", 0)
      .select(SUMMARY.map((column) => `revisions.${column}` as const))
      .execute();
    return rows.map(summaryOf).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The latest state of a template, its tombstone too. */
  async find(teamId: string, id: string): Promise<Template | undefined> {
    const [row] = await findRow(this.#db, { teamId, id });
    return row && templateOf(row);
  }

  /** The states that a template had before a revision, newest first (T8, T20). */
  async revisions(teamId: string, id: string, before: number, limit: number): Promise<Summary[]> {
    const rows = await this.#db
      .selectFrom("revisions")
      .where("teamId", "=", teamId)
      .where("id", "=", id)
      .where("rev", "<", before)
      .select(SUMMARY)
      .orderBy("rev", "desc")
      .limit(limit)
      .execute();
    return rows.map(summaryOf);
  }

  async revision(teamId: string, id: string, rev: number): Promise<Template | undefined> {
    const [row] = await storedRevision(this.#db, { teamId, id, rev });
    if (!row) return undefined;
    const chain = [row];
    for (let against = row.against; against !== null; against = chain.at(-1)?.against ?? null) {
      // A file that was damaged may say anything, also that a revision is a difference from itself.
      if (chain.length > MOST_DEPENDENTS)
        throw new Error(`Revision ${rev} goes through too many differences.`);
      const [next] = await storedRevision(this.#db, { teamId, id, rev: against });
      if (!next)
        throw new Error(`Revision ${rev} is stored as a difference from ${against}, which is not there.`);
      chain.push(next);
    }
    let rowsJson: string | undefined;
    for (const { packed, rows } of chain.reverse()) {
      rowsJson = packed ? await unpackRows(packed, rowsJson) : rows;
    }
    return { ...summaryOf(row), rowsJson: rowsJson ?? "" };
  }

  /** What changed after a cursor, latest state, tombstones too, by revision (T5); all, where it is not known (T18). */
  async changes(teamId: string, since: Cursor, limit: number): Promise<ChangePage> {
    const isKnown = await this.#holds(teamId, since);
    const from = isKnown ? since : START;
    const rows = await changedRows(this.#db, { teamId, since: from.rev, limit: limit + 1 });
    const changes = rows.slice(0, limit).map(templateOf);
    const last = changes.at(-1);
    const cursor = last ? { rev: last.rev, digest: last.digest } : from;
    return { changes, cursor, more: rows.length > limit, reset: !isKnown };
  }

  /** Whether a cursor is of this history; one without a digest is taken at its word. */
  async #holds(teamId: string, { rev, digest }: Cursor): Promise<boolean> {
    if (digest === undefined || rev === 0) return true;
    const [head] = await headOf(this.#db, { teamId });
    if (head?.rev === rev) return head.digest === digest;
    const [there] = await revisionAt(this.#db, { teamId, rev });
    return there?.digest === digest;
  }

  /** The same as the answer to `GET /v1/changes` in a version of the protocol, in UTF-8. */
  async changesJson(
    teamId: string,
    since: Cursor,
    limit: number,
    { protocol, history }: Dialect,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return Buffer.from(changePageJson(await this.changes(teamId, since, limit), { protocol, history }));
  }

  /** The team's newest revision. */
  async newestRevision(teamId: string): Promise<number> {
    const row = await this.#db.selectFrom("teams").where("id", "=", teamId).select("rev").executeTakeFirst();
    return row?.rev ?? 0;
  }
}
