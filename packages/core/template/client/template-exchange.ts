import type { Conflict } from "../merge/merge.ts";
import {
  changePageSchema,
  oneTemplateSchema,
  PROTOCOL_VERSION,
  type ProtocolVersion,
} from "../wire/template.ts";
import type { ApiLink } from "./api-link.ts";
import type { Reply } from "./api-request.ts";
import type { CopyStore } from "./copy-store.ts";
import {
  acknowledged,
  conflictsOf,
  outrun,
  prepared,
  received,
  type Sending,
  setAside,
  type TemplateCopy,
} from "./template-copy.ts";

const PAGE = 100;

/** What came of pulling or pushing. */
export type Exchanged =
  | "done"
  /** Its answers are not waited for any more. */
  | "superseded"
  /** The server's history contradicts what is known of it; all is to be pulled anew after a pause (T18.4). */
  | "contradicted"
  | Exclude<Reply<unknown>, { readonly type: "answer" }>;

/** What an exchange asks and tells. */
export interface ExchangeHooks {
  readonly token: () => string | undefined;
  /** A step is done that can be seen. */
  readonly moved: () => void;
}

/** Brings a team's changes to this device and its edits to the server. */
export class TemplateExchange {
  readonly #link: ApiLink;
  readonly #newKey: () => string;
  readonly #hooks: ExchangeHooks;
  #isPullWanted = false;
  /** Templates that the server did not know and that were asked for anew since. */
  readonly #doubted = new Set<string>();
  readonly #conflicts = new WeakMap<TemplateCopy, readonly Conflict[]>();

  constructor(link: ApiLink, newKey: () => string, hooks: ExchangeHooks) {
    this.#link = link;
    this.#newKey = newKey;
    this.#hooks = hooks;
  }

  /** Whether there may be news that no pull has asked for. */
  get isPullWanted(): boolean {
    return this.#isPullWanted;
  }

  wantPull(): void {
    this.#isPullWanted = true;
  }

  /** What a person has to choose in a template. */
  conflictsOf(copy: TemplateCopy): readonly Conflict[] {
    const known = this.#conflicts.get(copy) ?? conflictsOf(copy);
    this.#conflicts.set(copy, known);
    return known;
  }

  /** Takes what the server tells, page by page (T5), as long as answers are waited for. */
  async pull(store: CopyStore, isCurrent: () => boolean): Promise<Exchanged> {
    const { token, moved } = this.#hooks;
    let isReset = false;
    for (let more = true; more || this.#isPullWanted; ) {
      this.#isPullWanted = false;
      const reply = await this.#link.ask(changePageSchema, (protocol) => ({
        method: "GET",
        path: changesPath(store, protocol),
        token: token(),
      }));
      if (!isCurrent()) return "superseded";
      if (reply.type !== "answer") return reply;
      const { changes, cursor, reset } = reply.value;
      // The former server has no history.
      const unnamed = this.#link.protocol === PROTOCOL_VERSION ? store.history : "";
      const history = reply.value.history ?? reply.history ?? unnamed;
      const isOther = history !== store.history && store.cursor !== "0";
      if (reset || isOther) {
        if (isReset) return "contradicted";
        isReset = true;
        await store.beginAnew(history);
        if (!isCurrent()) return "superseded";
        if (!reset) {
          more = true;
          continue;
        }
      }
      for (const template of changes) await store.take(template);
      await store.moveCursor(String(cursor), history);
      if (!isCurrent()) return "superseded";
      more = reply.value.more;
      if (!more && store.isAnew) await store.endAnew();
      if (!isCurrent()) return "superseded";
      moved();
    }
    return "done";
  }

  /** Sends what is pending and not in conflict, one document after the other (T13.3). */
  async push(store: CopyStore, isCurrent: () => boolean): Promise<Exchanged> {
    const { moved } = this.#hooks;
    for (let copy = this.#nextToSend(store); copy; copy = this.#nextToSend(store)) {
      const { id } = copy;
      await store.change(id, (now) => ({ copy: now && prepared(now, this.#newKey), merged: [] }));
      const sending = store.get(id)?.pending?.sending;
      if (!sending || !isCurrent()) return "superseded";
      const reply = await this.#send(id, sending);
      if (!isCurrent()) return "superseded";
      if (reply.type === "lost") return reply;
      if (reply.type === "refusal" && (reply.problem.status === 401 || reply.problem.status === 426))
        return reply;
      if (isOtherHistory(store, reply) || this.#isOtherPast(store, id, sending, reply)) {
        await store.beginAnew(reply.history ?? store.history);
        return isCurrent() ? "contradicted" : "superseded";
      }
      const { key } = sending;
      if (reply.type === "answer") {
        const { template } = reply.value;
        await store.change(id, (now) => (now ? acknowledged(now, key, template) : received(now, template)));
        this.#doubted.delete(id);
      } else {
        const { status, detail, errors = [], current } = reply.problem;
        await store.change(id, (now) => {
          if (!now) return { copy: now, merged: [] };
          return status === 412 && current
            ? outrun(now, key, current)
            : setAside(now, key, { status, detail, errors });
        });
      }
      if (!isCurrent()) return "superseded";
      moved();
    }
    return "done";
  }

  /** What is under way, else the pending document that was edited first and can be sent (T13.3, T13.4). */
  #nextToSend(store: CopyStore): TemplateCopy | undefined {
    let next: TemplateCopy | undefined;
    for (const copy of store.all()) {
      const { pending, server } = copy;
      if (!pending) continue;
      if (pending.sending) return copy;
      const isFirst = !next?.pending || pending.order < next.pending.order;
      const isComplete = pending.mine !== null || server !== null;
      if (isFirst && isComplete && !pending.setAside && this.conflictsOf(copy).length === 0) next = copy;
    }
    return next;
  }

  #send(id: string, { key, rev, etag, mine }: Sending) {
    return this.#link.ask(oneTemplateSchema, (protocol) => {
      const tag = protocol === PROTOCOL_VERSION ? (etag ?? rev) : rev;
      const base = rev === null ? { "If-None-Match": "*" } : { "If-Match": `"${tag}"` };
      return {
        method: mine ? "PUT" : "DELETE",
        path: `/v1/templates/${id}`,
        token: this.#hooks.token(),
        headers: { ...base, "Idempotency-Key": key },
        ...(mine ? { body: mine } : {}),
      };
    });
  }

  /** Whether an answer shows that the server does not have the past from which was sent (T18.4). */
  #isOtherPast(store: CopyStore, id: string, { rev }: Sending, reply: Reply<unknown>): boolean {
    if (reply.type !== "refusal" || rev === null) return false;
    const { status, current } = reply.problem;
    if (status === 412) return current !== undefined && current.rev <= rev;
    const isKnown = store.get(id)?.server?.deleted === false;
    if (status !== 404 || !isKnown || this.#doubted.has(id)) return false;
    this.#doubted.add(id);
    return true;
  }
}

const isOtherHistory = (store: CopyStore, { history }: Reply<unknown>): boolean =>
  history !== undefined && store.history !== "" && history !== store.history;

/** Where the next page of changes is (T18.1). */
function changesPath(store: CopyStore, protocol: ProtocolVersion): string {
  if (protocol !== PROTOCOL_VERSION) return `/v1/changes?since=${store.rev}&limit=${PAGE}`;
  const history = store.history && `&history=${encodeURIComponent(store.history)}`;
  return `/v1/changes?since=${encodeURIComponent(store.cursor)}&limit=${PAGE}${history}`;
}
