import type { z } from "zod";
import { ID, TEMPLATE_ID_PROBLEM } from "../id.ts";
import type { Choice } from "../merge/merge.ts";
import { isKnownKind, knownRow, rowErrors, type TemplateRow, unknownFields } from "../rows.ts";
import { rowsProblem } from "../rows-problem.ts";
import { sameValue } from "../same-content.ts";
import { standingIn } from "../standing-rows.ts";
import { type Content, contentSchema, DELETED_REVISION } from "../wire/template.ts";
import { CopyStore, guarded, StorageFailure } from "./copy-store.ts";
import type { LeftBehind } from "./left-behind.ts";
import { SyncLoop } from "./sync-loop.ts";
import type { KeyValueStorage, SyncPorts } from "./sync-ports.ts";
import { NOT_SIGNED_IN, NOT_STORED, type SyncProblem } from "./sync-problem.ts";
import type { Entry } from "./sync-session.ts";
import { type SyncSnapshot, syncSnapshot } from "./sync-snapshot.ts";
import { TeamCalls } from "./team-calls.ts";
import { discarded, edited, resolved, retried, type TemplateCopy, viewOf } from "./template-copy.ts";

const NOT_READ: SyncProblem = {
  problem: "本机存储读不出来，模板没有载入：请允许本页存储数据，再重新打开。",
};
const NOT_REMOVED: SyncProblem = {
  problem: "登录信息没有从本机删掉：请在浏览器设置里清除本页的数据。",
};
const READ_ONLY: SyncProblem = { problem: "这个模板需要新版本才能编辑，请刷新页面或升级后再改。" };
const NO_TEMPLATE: SyncProblem = { problem: "没有这个模板，它可能已被删除。" };

/**
 * Keeps a team's templates on this device, takes edits at any time and brings them to the server (SPEC).
 *
 * Nothing happens before `start`. A storage serves one client at a time.
 */
export class SyncClient {
  readonly #storage: KeyValueStorage;
  readonly #newKey: () => string;
  readonly #loop: SyncLoop;
  readonly #subscribers = new Set<(snapshot: SyncSnapshot) => void>();
  #snapshot: SyncSnapshot | undefined;
  #isTelling = false;
  /** What is asked of the server at once. */
  readonly team: TeamCalls;

  /** `origin`: where the API is, such as `https://example.com`; blank for the page's own. */
  constructor(ports: SyncPorts, origin = "") {
    this.#storage = guarded(ports.storage);
    this.#newKey = ports.newKey;
    this.#loop = new SyncLoop(ports, this.#storage, origin, () => this.#tell());
    this.team = new TeamCalls((...asked) => this.#call(...asked));
  }

  get #store(): CopyStore | undefined {
    return this.#loop.store;
  }

  /** Takes up what an earlier run left, and begins to sync; local templates can be read when it is done. */
  start(): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      await this.#loop.start();
      return undefined;
    }, NOT_READ);
  }

  /** Stops, as at the end of the program. */
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** Signs in by the one-time code of a link. */
  signIn(code: string): Promise<SyncProblem | undefined> {
    return this.#enter("/v1/signin", { code });
  }

  /** Joins a team by an invite, under a name. */
  acceptInvite(code: string, member: string): Promise<SyncProblem | undefined> {
    return this.#enter("/v1/invites/accept", { code, member });
  }

  /** A new team, whose owner one is. */
  createTeam(name: string, member: string): Promise<SyncProblem | undefined> {
    return this.#enter("/v1/teams", { name, member });
  }

  #enter(path: Entry["path"], body: Entry["body"]): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      await this.#loop.session.begin(path, body);
      return this.#loop.enter();
    });
  }

  /** Changes the token; the old one dies. */
  rotateToken(): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      if (!this.#loop.session.isIn) return NOT_SIGNED_IN;
      await this.#loop.session.beginRotation(this.#loop.currentEra());
      return this.#loop.enter();
    });
  }

  /** Removes the token and all copies; edits that the server has not taken wait for the next sign-in (T17.2). */
  signOut(): Promise<SyncProblem | undefined> {
    return this.#loop.leave((team) =>
      this.#stored(async () => {
        await this.#loop.session.forget();
        if (team) await CopyStore.forget(this.#storage, team);
        return undefined;
      }, NOT_REMOVED),
    );
  }

  /** Syncs at once, as when the device is online again or a person asks; a request that hangs is given up. */
  syncNow(): void {
    this.#loop.syncNow();
  }

  /** How things stand; the same object until something changes. */
  snapshot(): SyncSnapshot {
    this.#snapshot ??= syncSnapshot(this.#loop);
    return this.#snapshot;
  }

  /** Calls with each new snapshot until the returned function is called. */
  subscribe(subscriber: (snapshot: SyncSnapshot) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** What the person sees and edits of a template; undefined: there is none. */
  read(id: string): Content | undefined {
    return viewOf(this.#store?.get(id)) ?? undefined;
  }

  /**
   * Changes or creates a template; when it is done without a problem, the edit is stored for good (T13.1).
   *
   * `seen` is the content from which the edit was made, null for none, if that is not what `read` gives now.
   */
  save(id: string, content: Content, seen?: Content | null): Promise<SyncProblem | undefined> {
    if (!ID.test(id)) return Promise.resolve({ problem: `${TEMPLATE_ID_PROBLEM}。` });
    const isUnknown = [content, viewOf(this.#store?.get(id))].some((each) => each && !isKnownKind(each.kind));
    if (isUnknown) return Promise.resolve(READ_ONLY);
    const checked = contentSchema.safeParse(JSON.parse(JSON.stringify(content)));
    if (!checked.success) return Promise.resolve({ problem: `${checked.error.issues[0]?.message}。` });
    const { kind, name, rows } = checked.data;
    const former = [viewOf(this.#store?.get(id)), this.#store?.get(id)?.server, seen].flatMap((each) =>
      each?.kind === kind ? each.rows : [],
    );
    const known = new Map(former.map((row) => [row.id, row]));
    const carried = rows.map((row) => carryingUnknown(kind, row as TemplateRow, known));
    const errors = rowErrors(
      kind,
      carried.map((row) => withoutCarried(kind, row, known)),
      standingIn(() => former.map((row) => knownRow(kind, row))),
    );
    const problem = rowsProblem(errors);
    if (problem) return Promise.resolve({ problem, errors });
    return this.#edit(id, { kind, name, rows: carried }, seen);
  }

  /** Deletes a template. */
  remove(id: string, seen?: Content): Promise<SyncProblem | undefined> {
    const view = viewOf(this.#store?.get(id));
    if (view && !isKnownKind(view.kind)) return Promise.resolve(READ_ONLY);
    return this.#edit(id, null, seen);
  }

  /** Applies what a person chose for conflicts, by `conflictKey` (T6.10). */
  resolve(id: string, choices: ReadonlyMap<string, Choice>): Promise<SyncProblem | undefined> {
    return this.#change(id, (copy, order) => resolved(copy, choices, order));
  }

  /** Gives up what is pending of a template for the server state. */
  discard(id: string): Promise<SyncProblem | undefined> {
    return this.#change(id, (copy) => ({ copy: discarded(copy), merged: [] }));
  }

  /** Tries again what the server refused. */
  retry(id: string): Promise<SyncProblem | undefined> {
    return this.#change(id, (copy) => ({ copy: retried(copy), merged: [] }));
  }

  /** Empties the summary of merged rows. */
  dismissMerged(): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      await this.#store?.dismissMerged();
      this.#tell();
      return undefined;
    });
  }

  /** Empties the notice of another history. */
  dismissNotice(): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      await this.#store?.dismissReplaced();
      this.#tell();
      return undefined;
    });
  }

  /** Puts the edits that wait for another team into the present one, as new templates (T17.5). */
  takeLeftBehind(): Promise<SyncProblem | undefined> {
    return this.#settleLeftBehind(({ id, content }) =>
      this.save(this.#store?.get(id) ? this.#newKey() : id, content, null),
    );
  }

  /** Drops the edits that wait for another team, for good. */
  dropLeftBehind(): Promise<SyncProblem | undefined> {
    return this.#settleLeftBehind(async () => undefined);
  }

  /** Removes from the device what was settled without a problem; tells the first problem. */
  #settleLeftBehind(
    settle: (left: LeftBehind) => Promise<SyncProblem | undefined>,
  ): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      if (!this.#store) return NOT_SIGNED_IN;
      let first: SyncProblem | undefined;
      for (const left of this.#loop.leftBehind) {
        const problem = await settle(left);
        first ??= problem;
        if (!problem) await this.#storage.delete(left.key);
      }
      await this.#loop.lookBehind();
      return first;
    });
  }

  /** Brings back the content of a revision, as an edit like any other. */
  async restore(id: string, rev: number): Promise<SyncProblem | undefined> {
    const content = await this.team.revision(id, rev);
    if (!content) return { problem: DELETED_REVISION };
    return "problem" in content ? content : this.save(id, content);
  }

  // Edits

  #edit(id: string, content: Content | null, seen: Content | null | undefined) {
    const store = this.#store;
    const known = store?.get(id);
    const from = seen === undefined ? viewOf(known) : seen;
    return this.#stored(async () => {
      if (!store) return NOT_SIGNED_IN;
      let problem: SyncProblem | undefined;
      await store.change(id, (copy) => {
        if (!copy && (known || !content)) {
          problem = NO_TEMPLATE;
          return { copy, merged: [] };
        }
        const step = edited(id, copy, content, store.nextOrder(), from);
        if (!("contradictions" in step)) return step;
        problem = {
          problem: "这里有还没有推送的修改，与这次的不一致；请看过最新的内容再改。",
          contradictions: step.contradictions,
        };
        return { copy, merged: [] };
      });
      if (!problem) this.#loop.on("edited");
      return problem;
    });
  }

  #change(
    id: string,
    next: (copy: TemplateCopy, order: number) => ReturnType<typeof resolved>,
  ): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      const store = this.#store;
      if (!store) return NOT_SIGNED_IN;
      let problem: SyncProblem | undefined;
      await store.change(id, (copy) => {
        const step = copy ? next(copy, store.nextOrder()) : NO_TEMPLATE;
        if (!("problem" in step)) return step;
        problem = step;
        return { copy, merged: [] };
      });
      if (!problem) this.#loop.on("edited");
      return problem;
    });
  }

  // Requests

  /** A request that is made once, now; nothing of it is kept. */
  async #call<Schema extends z.ZodType>(
    schema: Schema,
    method: "GET" | "POST" | "DELETE",
    path: string,
    body?: unknown,
  ): Promise<z.infer<Schema> | SyncProblem> {
    const isCurrent = this.#loop.currentEra();
    const { token } = this.#loop.session;
    if (!token) return NOT_SIGNED_IN;
    const headers = method === "GET" ? {} : { "Idempotency-Key": this.#newKey() };
    const reply = await this.#loop.link.ask(schema, { method, path, token, headers, body });
    if (reply.type === "answer") return reply.value;
    if (reply.type === "lost") return { problem: `${reply.sentence}请稍后再试。` };
    const { status, detail } = reply.problem;
    if (isCurrent() && (status === 401 || status === 426)) this.#loop.fail(reply);
    return { problem: detail };
  }

  /** Does something with the storage; its refusal is a problem like others. */
  async #stored(
    job: () => Promise<SyncProblem | undefined>,
    refused = NOT_STORED,
  ): Promise<SyncProblem | undefined> {
    try {
      return await job();
    } catch (error) {
      if (error instanceof StorageFailure) return refused;
      throw error;
    }
  }

  // Snapshots

  /** Tells the subscribers, once for all changes that come together. */
  #tell(): void {
    this.#snapshot = undefined;
    if (this.#isTelling) return;
    this.#isTelling = true;
    void Promise.resolve().then(() => {
      this.#isTelling = false;
      const snapshot = this.snapshot();
      for (const subscriber of this.#subscribers) subscriber(snapshot);
    });
  }
}

/** A row with the fields of later versions that it had (T19.4). */
const carryingUnknown = (
  kind: string,
  row: TemplateRow,
  known: ReadonlyMap<string, TemplateRow>,
): TemplateRow => ({ ...unknownFields(kind, known.get(row?.id)), ...row });

/** A row to be checked: without the fields of later versions that stand in it as they were. */
function withoutCarried(
  kind: string,
  row: TemplateRow,
  known: ReadonlyMap<string, TemplateRow>,
): TemplateRow {
  const old = unknownFields(kind, known.get(row.id));
  const isCarried = Object.entries(unknownFields(kind, row)).every(
    ([field, value]) => field in old && sameValue(value, old[field]),
  );
  return isCarried ? knownRow(kind, row) : row;
}
