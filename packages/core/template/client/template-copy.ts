import { type Choice, type Conflict, type MergedRow, mergeTemplate } from "../merge/merge.ts";
import { type ChoiceProblem, resolveConflicts } from "../merge/resolve.ts";
import type { RowError } from "../rows.ts";
import { sameContent } from "../same-content.ts";
import type { Content, Template } from "../wire/template.ts";

/** A request that is under way: it is repeated as it was until it is answered (T13.4). */
export interface Sending {
  readonly key: string;
  /** The revision it names as its base; null for a new template. */
  readonly rev: number | null;
  /** The entity tag of that revision, where the server has told one (T18). */
  readonly etag?: string | undefined;
  /** What it writes; null deletes. */
  readonly mine: Content | null;
}

/** Why the server refused a write for good. */
export interface SetAside {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly RowError[];
}

/** What a person changed and the server has not taken yet (T13.2). */
export interface Pending {
  /** What it was changed from; in a conflict the old value (T6.11). */
  readonly base: Content | null;
  /** What is to be; null: deleted. */
  readonly mine: Content | null;
  /** When it was last edited, among all pending documents. */
  readonly order: number;
  readonly sending: Sending | null;
  readonly setAside: SetAside | null;
}

/** A template as this device knows it; it is stored as one record. */
export interface TemplateCopy {
  readonly id: string;
  /** The server state; null where the server has not told of it. */
  readonly server: Template | null;
  readonly pending: Pending | null;
  /** In which pull from the beginning the server told of it last, as the store counts them (T18.2). */
  readonly epoch?: number;
}

/** A copy after a step, undefined where nothing is left of it, and the rows that were merged on the way. */
export interface Step {
  readonly copy: TemplateCopy | undefined;
  readonly merged: readonly MergedRow[];
}

const contentOf = (template: Template | null): Content | null =>
  template && !template.deleted ? { kind: template.kind, name: template.name, rows: template.rows } : null;

const newer = (left: Template | null, right: Template): Template =>
  left && (left.rev > right.rev || (left.rev === right.rev && (left.etag || !right.etag))) ? left : right;

/** What the person sees and edits; null: no template. */
export const viewOf = (copy: TemplateCopy | undefined): Content | null =>
  copy?.pending ? copy.pending.mine : contentOf(copy?.server ?? null);

/** What a person has to choose before the copy can be sent. */
export function conflictsOf({ server, pending }: TemplateCopy): readonly Conflict[] {
  if (!server || !pending || pending.sending) return [];
  return mergeTemplate(pending.base, pending.mine, contentOf(server)).conflicts;
}

/** Merges what is pending with the server state, unless a request is unanswered (T13.8). */
function rebased({ id, server, pending }: TemplateCopy): Step {
  const asItIs = { copy: { id, server, pending }, merged: [] };
  if (!pending || pending.sending) return asItIs;
  if (!server) return pending.mine ? asItIs : { copy: undefined, merged: [] };
  const theirs = contentOf(server);
  const { content, base, merged, conflicts } = mergeTemplate(pending.base, pending.mine, theirs);
  const isSettled = conflicts.length === 0 && sameContent(content, theirs);
  return {
    copy: { id, server, pending: isSettled ? null : { ...pending, base, mine: content } },
    merged,
  };
}

/**
 * Puts an edit into the copy; null deletes. `seen` is what it was made from.
 *
 * An edit of an older state is merged with the view; where that contradicts while something is pending already,
 * nothing changes and the contradictions come back (T13.9).
 */
export function edited(
  id: string,
  copy: TemplateCopy | undefined,
  content: Content | null,
  order: number,
  seen: Content | null,
): Step | { readonly contradictions: readonly Conflict[] } {
  const { server = null, pending = null } = copy ?? {};
  const view = viewOf(copy);
  let mine = content;
  if (pending && !sameContent(seen, view)) {
    const merge = mergeTemplate(seen, content, view);
    if (merge.conflicts.length > 0) return { contradictions: merge.conflicts };
    mine = merge.content;
  }
  const base = pending ? pending.base : seen;
  const sending = pending?.sending ?? null;
  return rebased({ id, server, pending: { base, mine, order, sending, setAside: null } });
}

/** Takes what the server tells of the template, unless it is known already (T5.2). */
export function received(copy: TemplateCopy | undefined, template: Template): Step {
  const { server = null, pending = null } = copy ?? {};
  if (copy && newer(server, template) === server) return { copy, merged: [] };
  return rebased({ id: template.id, server: template, pending });
}

/**
 * Takes what another history tells of the template, whatever its number; what is pending is merged with it, and a
 * request from before is as if it had never been (T18.2).
 */
export const replaced = (copy: TemplateCopy | undefined, template: Template): Step =>
  rebased({
    id: template.id,
    server: template,
    pending: copy?.pending ? { ...copy.pending, sending: null } : null,
  });

/**
 * The history does not have the template: unchanged here it goes, a new one stays new, and an edited one is a
 * conflict of the edit with nothing (T18.3).
 */
export function vanished(copy: TemplateCopy): Step {
  const { id, pending } = copy;
  if (!pending?.mine) return { copy: undefined, merged: [] };
  if (!pending.base)
    return { copy: { id, server: null, pending: { ...pending, sending: null } }, merged: [] };
  const { kind, name } = pending.base;
  const nothing = { id, kind, name, rev: 0, updatedAt: "", updatedBy: "", deleted: true, rows: [] };
  return replaced(copy, nothing);
}

/** Makes ready what is to be sent, under a new key unless it was under way before (T13.4). */
export function prepared(copy: TemplateCopy, newKey: () => string): TemplateCopy {
  const { server, pending } = copy;
  if (!pending || pending.sending) return copy;
  const sending = {
    key: newKey(),
    // What another history does not have is new there.
    rev: server?.rev || null,
    ...(server?.etag ? { etag: server.etag } : {}),
    mine: pending.mine,
  };
  return { ...copy, pending: { ...pending, sending } };
}

/** The server has taken the request with that key. */
export function acknowledged(copy: TemplateCopy, key: string, template: Template): Step {
  const { id, pending } = copy;
  if (pending?.sending?.key !== key) return received(copy, template);
  const server = newer(copy.server, template);
  if (sameContent(pending.mine, pending.sending.mine)) {
    return { copy: { id, server, pending: null }, merged: [] };
  }
  return rebased({ id, server, pending: { ...pending, base: contentOf(template), sending: null } });
}

/** The server has a newer document than the request with that key builds on (T13.6). */
export function outrun(copy: TemplateCopy, key: string, current: Template): Step {
  const { id, pending } = copy;
  if (pending?.sending?.key !== key) return received(copy, current);
  return rebased({ id, server: newer(copy.server, current), pending: { ...pending, sending: null } });
}

/** The server refuses the request with that key for good; what was edited since may be better (T13.7). */
export function setAside(copy: TemplateCopy, key: string, reason: SetAside): Step {
  const { pending } = copy;
  if (pending?.sending?.key !== key) return { copy, merged: [] };
  const isStillWanted = sameContent(pending.mine, pending.sending.mine);
  return rebased({
    ...copy,
    pending: { ...pending, sending: null, setAside: isStillWanted ? reason : null },
  });
}

/** Tries again what was set aside. */
export const retried = (copy: TemplateCopy): TemplateCopy => ({
  ...copy,
  pending: copy.pending && { ...copy.pending, setAside: null },
});

/** Gives up what is pending for the server state. */
export const discarded = ({ id, server }: TemplateCopy): TemplateCopy | undefined =>
  server ? { id, server, pending: null } : undefined;

/** Applies what a person chose (T6.10). */
export function resolved(
  { id, server, pending }: TemplateCopy,
  choices: ReadonlyMap<string, Choice>,
  order: number,
): Step | ChoiceProblem {
  if (!pending || !server || pending.sending) {
    return { problem: "这个模板没有冲突要处理。", errors: [] };
  }
  const merge = resolveConflicts(pending.base, pending.mine, contentOf(server), choices);
  if ("problem" in merge) return merge;
  const { base, content: mine } = merge;
  return rebased({ id, server, pending: { ...pending, base, mine, order, setAside: null } });
}

/** What stays after signing out: edits that the server has not taken (T17.2). */
export const withoutServer = (copy: TemplateCopy): TemplateCopy | undefined =>
  copy.pending ? { ...copy, server: null } : undefined;
