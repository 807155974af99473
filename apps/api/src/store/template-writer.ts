import type { TemplateKind } from "@sevenstar/core/template/rows";
import { type Action, recordAudit } from "./audit-log.ts";
import { lockTeam, type Work } from "./team-lock.ts";
import type { Identity } from "./team-reader.ts";
import { type Template, TemplateReader } from "./template-reader.ts";

/** More templates than this a team may not have (T12). */
export const MOST_TEMPLATES = 1000;

/** What a writer wants a template to hold. */
export interface Content {
  readonly kind: TemplateKind;
  readonly name: string;
  readonly rowsJson: string;
}

/** Which state a write builds on: none yet, or a revision (T2). */
export type Base = "new" | { readonly revs: readonly number[] };

export type WriteResult =
  | { readonly template: Template; readonly created: boolean }
  | { readonly stale: Template }
  | "unknown"
  | "too many"
  | "deleted revision";

type Next = Content & { readonly deleted: boolean; readonly action: Action };

/** Changes templates, inside one write; whoever writes first moves the team's revision, the others are stale. */
export class TemplateWriter extends TemplateReader {
  readonly #work: Work;
  readonly #changed: (teamId: string, rev: number) => void;

  constructor(work: Work, changed: (teamId: string, rev: number) => void) {
    super(work.transaction);
    this.#work = work;
    this.#changed = changed;
  }

  /** Creates or changes a template. */
  put(by: Identity, id: string, base: Base, content: Content): Promise<WriteResult> {
    return this.#write(by, id, base, async (_, isNew) => ({
      ...content,
      deleted: false,
      action: isNew ? "template.created" : "template.changed",
    }));
  }

  /** Leaves a tombstone. */
  delete(by: Identity, id: string, base: Base): Promise<WriteResult> {
    return this.#write(by, id, base, async (current) =>
      current && !current.deleted
        ? {
            kind: current.kind,
            name: current.name,
            rowsJson: "[]",
            deleted: true,
            action: "template.deleted",
          }
        : "unknown",
    );
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
    next: (current: Template | undefined, isNew: boolean) => Promise<Next | "unknown" | "deleted revision">,
  ): Promise<WriteResult> {
    const teamId = by.team.id;
    const newest = await lockTeam(this.#work, teamId);
    if (newest === undefined) return "unknown";
    const current = await this.find(teamId, id);
    const isNew = current === undefined || current.deleted;
    if (base === "new" ? !isNew : current && !base.revs.includes(current.rev))
      return { stale: current as Template };
    if (base !== "new" && !current) return "unknown";
    if (isNew && (await this.#count(teamId)) >= MOST_TEMPLATES) return "too many";
    const content = await next(current, isNew);
    if (typeof content === "string") return content;
    const { kind, name, rowsJson, deleted, action } = content;
    const rev = newest + 1;
    const { transaction } = this.#work;
    await transaction.updateTable("teams").set({ rev }).where("id", "=", teamId).execute();
    const updatedAt = new Date().toISOString();
    const row = {
      teamId,
      id,
      kind,
      name,
      rows: rowsJson,
      rev,
      updatedAt,
      updatedBy: by.member.name,
      deleted: deleted ? 1 : 0,
    };
    await transaction.insertInto("revisions").values(row).execute();
    await transaction
      .insertInto("templates")
      .values(row)
      .onConflict((conflict) => conflict.columns(["teamId", "id"]).doUpdateSet(row))
      .execute();
    await recordAudit(this.#work, teamId, by.member, action, id, rev);
    this.#changed(teamId, rev);
    const template = { id, kind, name, rowsJson, rev, updatedAt, updatedBy: by.member.name, deleted };
    return { template, created: isNew };
  }

  async #count(teamId: string): Promise<number> {
    const row = await this.#work.transaction
      .selectFrom("templates")
      .where("teamId", "=", teamId)
      .where("deleted", "=", 0)
      .select((each) => each.fn.countAll<number>().as("count"))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
}
