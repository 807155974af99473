import type { KindId } from "@sevenstar/core/template/rows";
import type { Selectable, Transaction } from "kysely";
import { type Action, recordAudit } from "./audit-log.ts";
import { MOST_DEPENDENTS, PACK_FROM, packRows } from "./packed-rows.ts";
import { preparedQuery } from "./prepared-query.ts";
import { revisionDigest } from "./revision-digest.ts";
import type { Template } from "./stored-template.ts";
import type { Tables } from "./tables.ts";
import { lockTeam } from "./team-lock.ts";
import type { Identity } from "./team-reader.ts";
import { TemplateReader } from "./template-reader.ts";

/** More templates than this a team may not have (T12). */
export const MOST_TEMPLATES = 1000;

/** What a revision takes besides its rows: its other columns, indexes and its line in the log. */
export const REVISION_BYTES = 256;

/** What a writer wants a template to hold. */
export interface Content {
  readonly kind: string;
  readonly name: string;
  readonly rowsJson: string;
}

/** Which state a write builds on: none yet, or a revision (T2). */
export type Base = "new" | { readonly tags: readonly Tag[] };

/** An entity tag: a revision, with its digest but for version 1 of the protocol (T18). */
export interface Tag {
  readonly rev: number;
  readonly digest?: string | undefined;
}

export const isTagOf = ({ rev, digest }: Tag, current: { readonly rev: number; readonly digest: string }) =>
  rev === current.rev && (digest === undefined || digest === current.digest);

export type WriteResult =
  | { readonly template: Template; readonly created: boolean }
  | { readonly stale: Template }
  | "unknown"
  | "too many"
  | "full"
  | "deleted revision";

type TemplateRow = Selectable<Tables["templates"]>;
type RevisionRow = Selectable<Tables["revisions"]>;

/** Apart from what the template is: SQLite would plan a join on bound values anew each time it is asked. */
const readTeam = preparedQuery((db, { teamId }: { teamId: string }) =>
  db.selectFrom("teams").where("id", "=", teamId).select(["rev", "digest", "bytes"]),
);

/** What a template is now, its rows apart. */
const readCurrent = preparedQuery((db, { teamId, id }: { teamId: string; id: string }) =>
  db
    .selectFrom("templates")
    .where("teamId", "=", teamId)
    .where("id", "=", id)
    .select(["rev", "kind", "name", "deleted"]),
);

type RevisionKey = { teamId: string; id: string; rev: number };

const readRevision = preparedQuery((db, { teamId, id, rev }: RevisionKey) =>
  db
    .selectFrom("revisions")
    .where("teamId", "=", teamId)
    .where("id", "=", id)
    .where("rev", "=", rev)
    .select(["digest", "dependents", "rows"]),
);

const packRevision = preparedQuery(
  (db, { teamId, id, rev, against, packed }: RevisionKey & { against: number | null; packed: Uint8Array }) =>
    db
      .updateTable("revisions")
      .set({ against, packed, rows: "" })
      .where("teamId", "=", teamId)
      .where("id", "=", id)
      .where("rev", "=", rev),
);

const moveTeam = preparedQuery(
  (db, { teamId, rev, digest, bytes }: { teamId: string; rev: number; digest: string; bytes: number }) =>
    db.updateTable("teams").set({ rev, digest, bytes }).where("id", "=", teamId),
);

/** A row's columns one by one, as a prepared query needs them. */
const columnsOf = (row: TemplateRow): TemplateRow => {
  const { teamId, id, kind, name, rev, updatedAt, updatedBy, deleted } = row;
  return { teamId, id, kind, name, rev, updatedAt, updatedBy, deleted };
};

const insertRevision = preparedQuery((db, row: Omit<RevisionRow, "against" | "packed">) => {
  const { digest, dependents, rows } = row;
  return db.insertInto("revisions").values({ ...columnsOf(row), digest, dependents, rows });
});

const setTemplate = preparedQuery((db, row: TemplateRow) =>
  db
    .insertInto("templates")
    .values(columnsOf(row))
    .onConflict((conflict) => {
      const { teamId: _, id: __, ...changed } = columnsOf(row);
      return conflict.columns(["teamId", "id"]).doUpdateSet(changed);
    }),
);

/** What a template is before a write. */
type Current = Pick<Template, "rev" | "kind" | "name" | "deleted" | "digest" | "rowsJson"> & {
  readonly dependents: number;
};

const isThere = (current: Current | undefined): current is Current =>
  current !== undefined && !current.deleted;

type Next = Content & { readonly deleted: boolean; readonly action: Action };

/** Changes templates, inside one write; whoever writes first moves the team's revision, the others are stale. */
export class TemplateWriter extends TemplateReader {
  readonly #transaction: Transaction<Tables>;
  readonly #changed: (teamId: string, rev: number) => void;
  readonly #quota: number;

  /** `quota`: how many bytes a team's revisions may take, 0 for any (T12). */
  constructor(
    transaction: Transaction<Tables>,
    changed: (teamId: string, rev: number) => void,
    quota: number,
  ) {
    super(transaction);
    this.#quota = quota;
    this.#transaction = transaction;
    this.#changed = changed;
  }

  /** Creates or changes a template; the content is asked for, and checked, once the base is found right. */
  put(
    by: Identity,
    id: string,
    base: Base,
    content: (current: Content | undefined) => Content,
  ): Promise<WriteResult> {
    return this.#write(by, id, base, async (current) => ({
      ...content(current),
      deleted: false,
      action: isThere(current) ? "template.changed" : "template.created",
    }));
  }

  /** Leaves a tombstone. */
  delete(by: Identity, id: string, base: Base): Promise<WriteResult> {
    return this.#write(by, id, base, async (current) => {
      if (!isThere(current)) return "unknown";
      const { kind, name } = current;
      return { kind, name, rowsJson: "[]", deleted: true, action: "template.deleted" };
    });
  }

  /** Writes an old revision's content as a new revision (T8). */
  restore(by: Identity, id: string, base: Base, rev: number): Promise<WriteResult> {
    return this.#write(by, id, base, async () => {
      const old = await this.revision(by.team.id, id, rev);
      if (!old) return "unknown";
      if (old.deleted) return "deleted revision";
      const { kind, name, rowsJson } = old;
      return { kind, name, rowsJson, deleted: false, action: "template.restored" };
    });
  }

  async #write(
    by: Identity,
    id: string,
    base: Base,
    next: (current: Current | undefined) => Promise<Next | "unknown" | "deleted revision">,
  ): Promise<WriteResult> {
    const teamId = by.team.id;
    await lockTeam(this.#transaction, teamId);
    const [team] = await readTeam(this.#transaction, { teamId });
    if (!team) return "unknown";
    const current = await this.#current(teamId, id);
    const isStale =
      base === "new" ? isThere(current) : current && !base.tags.some((tag) => isTagOf(tag, current));
    if (isStale) return { stale: (await this.find(teamId, id)) as Template };
    if (base !== "new" && !current) return "unknown";
    if (!isThere(current) && (await this.#count(teamId)) >= MOST_TEMPLATES) return "too many";
    const content = await next(current);
    if (typeof content === "string") return content;
    const { kind, name, rowsJson, deleted, action } = content;
    const rev = team.rev + 1;
    const bytes = team.bytes + Buffer.byteLength(rowsJson) + REVISION_BYTES;
    if (this.#quota > 0 && bytes > this.#quota && !deleted) return "full";
    const updatedAt = new Date().toISOString();
    const updatedBy = by.member.name;
    const digest = revisionDigest(team.digest, { id, kind, name, deleted, rowsJson });
    const state = { teamId, id, kind, name, rev, updatedAt, updatedBy };
    const written = { ...state, deleted: deleted ? 1 : 0 };
    const packed = current && (await this.#pack(teamId, id, current, { rev, rowsJson }));
    await moveTeam(this.#transaction, { teamId, rev, digest, bytes: bytes - (packed?.saved ?? 0) });
    const dependents = packed?.dependents ?? 0;
    await insertRevision(this.#transaction, { ...written, digest, dependents, rows: rowsJson });
    await setTemplate(this.#transaction, written);
    await recordAudit(this.#transaction, teamId, by.member, action, id, rev);
    this.#changed(teamId, rev);
    const template = { id, kind, name, rowsJson, rev, updatedAt, updatedBy, deleted, digest };
    return { template, created: !isThere(current) };
  }

  async #current(teamId: string, id: string): Promise<Current | undefined> {
    const [row] = await readCurrent(this.#transaction, { teamId, id });
    const [revision] = row ? await readRevision(this.#transaction, { teamId, id, rev: row.rev }) : [];
    if (!row || !revision) return undefined;
    const { rows: rowsJson, digest, dependents } = revision;
    const { rev, name } = row;
    return {
      rev,
      kind: row.kind as KindId,
      name,
      deleted: row.deleted === 1,
      rowsJson,
      digest,
      dependents,
    };
  }

  /**
   * Stores the revision that is the newest no longer as its difference from the next, now and then by itself, so
   * that a read goes through few (T20). Gives how many depend on the next in succession, and the bytes saved.
   */
  async #pack(
    teamId: string,
    id: string,
    { rev, rowsJson, dependents }: Current,
    next: { readonly rev: number; readonly rowsJson: string },
  ): Promise<{ readonly dependents: number; readonly saved: number }> {
    if (rowsJson.length < PACK_FROM) return { dependents: 0, saved: 0 };
    const isDifference = next.rowsJson.length >= PACK_FROM && dependents < MOST_DEPENDENTS;
    const packed = packRows(rowsJson, isDifference ? next.rowsJson : undefined);
    await packRevision(this.#transaction, {
      teamId,
      id,
      rev,
      against: isDifference ? next.rev : null,
      packed,
    });
    return {
      dependents: isDifference ? dependents + 1 : 0,
      saved: Buffer.byteLength(rowsJson) - packed.length,
    };
  }

  async #count(teamId: string): Promise<number> {
    const row = await this.#transaction
      .selectFrom("templates")
      .where("teamId", "=", teamId)
      .where("deleted", "=", 0)
      .select((each) => each.fn.countAll<number>().as("count"))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
}
