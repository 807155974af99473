import { z } from "zod";
import { type ApiRequest, askApi, type Reply } from "./api-request.ts";
import { backoff } from "./backoff.ts";
import { ChangeListener } from "./change-listener.ts";
import { type ClientEvent, type ClientState, clientStates } from "./client-states.ts";
import { CopyStore, guarded, StorageFailure } from "./copy-store.ts";
import type { Choice, Conflict } from "./merge.ts";
import { parsedJson } from "./parsed-json.ts";
import { isKnownKind, knownRow, type RowError, rowErrors, type TemplateRow, unknownFields } from "./rows.ts";
import { sameValue } from "./same-content.ts";
import type { KeyValueStorage, SyncPorts } from "./sync-ports.ts";
import { type SyncSnapshot, type TemplateLine, templateLine } from "./sync-snapshot.ts";
import {
  admissionSchema,
  type Invite,
  inviteSchema,
  type Member,
  membersSchema,
  newTokenSchema,
  type OpenInvite,
  openInvitesSchema,
  type Role,
} from "./team.ts";
import {
  type Content,
  changePageSchema,
  contentSchema,
  oneTemplateSchema,
  PROTOCOL_VERSION,
  type ProtocolVersion,
  revisionsSchema,
  servedProtocols,
  TEMPLATE_ID,
  type TemplateSummary,
} from "./template.ts";
import {
  acknowledged,
  conflictsOf,
  discarded,
  edited,
  outrun,
  prepared,
  received,
  resolved,
  retried,
  type Sending,
  setAside,
  type TemplateCopy,
  viewOf,
} from "./template-copy.ts";

/** Why something was not done: one Chinese sentence, the bad cells, and what it contradicts. */
export interface SyncProblem {
  readonly problem: string;
  readonly errors?: readonly RowError[];
  readonly contradictions?: readonly Conflict[];
}

const SESSION = "sevenstar.session";
const ENTRY = "sevenstar.entry";
const PAGE = 100;
/** For so many milliseconds a request under way is not given up, even if a person asks to sync. */
const PATIENCE = 5000;

const NOT_SIGNED_IN: SyncProblem = { problem: "还没有登录，请先用登录链接或邀请登录。" };
const NOT_STORED: SyncProblem = {
  problem: "本机存不下，修改没有保存：请清理浏览器的存储空间，或允许本页存储数据。",
};
const NOT_READ: SyncProblem = {
  problem: "本机存储读不出来，模板没有载入：请允许本页存储数据，再重新打开。",
};
const NOT_REMOVED: SyncProblem = {
  problem: "登录信息没有从本机删掉：请在浏览器设置里清除本页的数据。",
};
const READ_ONLY: SyncProblem = { problem: "这个模板需要新版本才能编辑，请刷新页面或升级后再改。" };
const REPLACED =
  "服务器换成了另一份数据，已按它重新读取：服务器上没有的模板不再列出，本机没推送的修改还在，会合并或请你选择。";
const ANOTHER_PAST = "服务器的数据和本机知道的不一样，正在重新读取。";
/** The least wait before something is asked again that the server's history has contradicted. */
const SHORTEST_PAUSE = 1000;
const MOST_REVISION_PAGES = 20;
const NO_TEMPLATE: SyncProblem = { problem: "没有这个模板，它可能已被删除。" };

const sessionSchema = admissionSchema.extend({
  /** The key of a change of token that is not answered yet (T17.3). */
  rotation: z.string().optional(),
});
type Session = z.infer<typeof sessionSchema>;

/** A sign-in that is not answered yet (T17.3). */
const entrySchema = z.object({
  path: z.enum(["/v1/teams", "/v1/invites/accept", "/v1/signin"]),
  body: z.record(z.string(), z.string()),
  key: z.string(),
});
type Entry = z.infer<typeof entrySchema>;

/**
 * Keeps a team's templates on this device, takes edits at any time and brings them to the server (SPEC).
 *
 * Nothing happens before `start`. A storage serves one client at a time.
 */
export class SyncClient {
  readonly #ports: SyncPorts;
  readonly #storage: KeyValueStorage;
  readonly #origin: string;
  #state: ClientState = "signedOut";
  #sentence = "";
  #session: Session | undefined;
  #store: CopyStore | undefined;
  #listener: ChangeListener | undefined;
  /** Grows when the client stops or begins anew: answers to requests from before are not for it. */
  #era = 0;
  /** The era in which the work is being done, if it is. */
  #workEra: number | undefined;
  #askedAt = 0;
  /** The version that the server speaks with us; the one before ours where it is the former server (T19.1). */
  #protocol: ProtocolVersion = PROTOCOL_VERSION;
  /** Templates that the server did not know and that were asked for anew since. */
  readonly #doubted = new Set<string>();
  #isPullWanted = false;
  #failures = 0;
  #stopWaiting = () => {};
  /** Those who wait for a sign-in or a change of token. */
  #entering: ((problem: SyncProblem | undefined) => void)[] = [];
  readonly #subscribers = new Set<(snapshot: SyncSnapshot) => void>();
  #snapshot: SyncSnapshot | undefined;
  #isTelling = false;
  readonly #conflicts = new WeakMap<TemplateCopy, readonly Conflict[]>();

  /** `origin`: where the API is, such as `https://example.com`; blank for the page's own. */
  constructor(ports: SyncPorts, origin = "") {
    this.#ports = ports;
    this.#storage = guarded(ports.storage);
    this.#origin = origin;
  }

  /** Takes up what an earlier run left, and begins to sync; local templates can be read when it is done. */
  start(): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      const session = sessionSchema.safeParse(parsedJson(await this.#storage.get(SESSION)));
      if (session.success) {
        this.#session = session.data;
        this.#store = await CopyStore.open(this.#storage, session.data.team.id);
      }
      this.#on("enter");
      return undefined;
    }, NOT_READ);
  }

  /** Stops, as at the end of the program. */
  async stop(): Promise<void> {
    this.#era++;
    this.#stopWaiting();
    this.#listener?.stop();
    this.#settleEntry({ problem: "同步已停止。" });
    await this.#store?.close();
  }

  /** Signs in by the one-time code of a link. */
  signIn(code: string): Promise<SyncProblem | undefined> {
    return this.#beginEntry("/v1/signin", { code });
  }

  /** Joins a team by an invite, under a name. */
  acceptInvite(code: string, member: string): Promise<SyncProblem | undefined> {
    return this.#beginEntry("/v1/invites/accept", { code, member });
  }

  /** A new team, whose owner one is. */
  createTeam(name: string, member: string): Promise<SyncProblem | undefined> {
    return this.#beginEntry("/v1/teams", { name, member });
  }

  /** Changes the token; the old one dies. */
  rotateToken(): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      if (!this.#session) return NOT_SIGNED_IN;
      const rotation = this.#session.rotation ?? this.#ports.newKey();
      await this.#keepSession({ ...this.#session, rotation }, this.#era);
      return this.#enter();
    });
  }

  /** Removes the token and all copies; edits that the server has not taken wait for the next sign-in (T17.2). */
  async signOut(): Promise<SyncProblem | undefined> {
    const team = this.#session?.team.id;
    this.#session = undefined;
    await this.stop();
    this.#listener = undefined;
    this.#store = undefined;
    this.#failures = 0;
    this.#sentence = "";
    const problem = await this.#stored(async () => {
      await this.#storage.delete(SESSION);
      await this.#storage.delete(ENTRY);
      if (team) await CopyStore.forget(this.#storage, team);
      return undefined;
    }, NOT_REMOVED);
    this.#on("left");
    return problem;
  }

  /** Syncs at once, as when the device is online again or a person asks; a request that hangs is given up. */
  syncNow(): void {
    const isBusy = this.#workEra === this.#era && this.#ports.timer.now() - this.#askedAt < PATIENCE;
    if (!isBusy) this.#enterAnew();
  }

  /** How things stand; the same object until something changes. */
  snapshot(): SyncSnapshot {
    this.#snapshot ??= this.#newSnapshot();
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
    if (!TEMPLATE_ID.test(id)) {
      return Promise.resolve({ problem: "模板的 id 应为 1 到 64 个英文字母、数字、_ 或 -。" });
    }
    const isUnknown = [content, viewOf(this.#store?.get(id))].some((each) => each && !isKnownKind(each.kind));
    if (isUnknown) return Promise.resolve(READ_ONLY);
    const checked = contentSchema.safeParse(JSON.parse(JSON.stringify(content)));
    if (!checked.success) return Promise.resolve({ problem: `${checked.error.issues[0]?.message}。` });
    const { kind, name, rows } = checked.data;
    const known = new Map(
      [viewOf(this.#store?.get(id)), this.#store?.get(id)?.server, seen].flatMap((each) =>
        each?.kind === kind ? each.rows.map((row) => [row.id, row] as const) : [],
      ),
    );
    const carried = rows.map((row) => carryingUnknown(kind, row as TemplateRow, known));
    const errors = rowErrors(
      kind,
      carried.map((row) => withoutCarried(kind, row, known)),
    );
    const first = errors[0];
    if (first) {
      const place = `第 ${first.row} 行${first.column ? `“${first.column}”` : ""}`;
      const problem = `内容没有保存：${place}${first.message}，共 ${errors.length} 处，请改正。`;
      return Promise.resolve({ problem, errors });
    }
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

  /** The history of a template, newest first, the newest 2,000 revisions. */
  async revisions(id: string): Promise<readonly TemplateSummary[] | SyncProblem> {
    const found: TemplateSummary[] = [];
    const path = `/v1/templates/${encodeURIComponent(id)}/revisions?limit=${PAGE}`;
    for (let page = 0; page < MOST_REVISION_PAGES; page++) {
      const before = found.at(-1)?.rev;
      const from = before === undefined ? "" : `&before=${before}`;
      const answer = await this.#call(revisionsSchema, "GET", path + from);
      if ("problem" in answer) return answer;
      found.push(...answer.revisions);
      if (!answer.more || answer.revisions.length === 0) break;
    }
    return found;
  }

  /** The content of one revision; undefined: it is a deletion. */
  async revision(id: string, rev: number): Promise<Content | undefined | SyncProblem> {
    const path = `/v1/templates/${encodeURIComponent(id)}/revisions/${rev}`;
    const answer = await this.#call(oneTemplateSchema, "GET", path);
    if ("problem" in answer) return answer;
    const { kind, name, rows, deleted } = answer.template;
    return deleted ? undefined : { kind, name, rows };
  }

  /** Brings back the content of a revision, as an edit like any other. */
  async restore(id: string, rev: number): Promise<SyncProblem | undefined> {
    const content = await this.revision(id, rev);
    if (!content) return { problem: "这一版是“已删除”，不能恢复，请选更早的一版。" };
    return "problem" in content ? content : this.save(id, content);
  }

  async members(): Promise<readonly Member[] | SyncProblem> {
    const answer = await this.#call(membersSchema, "GET", "/v1/members");
    return "problem" in answer ? answer : answer.members;
  }

  async removeMember(id: string): Promise<SyncProblem | undefined> {
    const answer = await this.#call(z.undefined(), "DELETE", `/v1/members/${encodeURIComponent(id)}`);
    return answer && "problem" in answer ? answer : undefined;
  }

  /** The invites by which somebody can still join. */
  async invites(): Promise<readonly OpenInvite[] | SyncProblem> {
    const answer = await this.#call(openInvitesSchema, "GET", "/v1/invites");
    return "problem" in answer ? answer : answer.invites;
  }

  async revokeInvite(id: string): Promise<SyncProblem | undefined> {
    const answer = await this.#call(z.undefined(), "DELETE", `/v1/invites/${encodeURIComponent(id)}`);
    return answer && "problem" in answer ? answer : undefined;
  }

  /** A one-time link with which somebody joins the team. */
  invite(role: Role, expiresInDays: number): Promise<Invite | SyncProblem> {
    return this.#call(inviteSchema, "POST", "/v1/invites", { role, expiresInDays });
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
      if (!problem) this.#on("edited");
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
      if (!problem) this.#on("edited");
      return problem;
    });
  }

  // The work

  #on(event: ClientEvent): void {
    this.#state = clientStates[this.#state][event];
    if (this.#state !== "offline") this.#stopWaiting();
    this.#tell();
    void this.#work();
  }

  /** Does what the state asks for, one step after the other, until it rests. */
  async #work(): Promise<void> {
    const era = this.#era;
    if (this.#workEra === era) return;
    this.#workEra = era;
    try {
      while (era === this.#era) {
        if (this.#state === "entering") await this.#finishEntry(era);
        else if (this.#state === "pulling") await this.#pull(era);
        else if (this.#state === "pushing") await this.#push(era);
        else return;
      }
    } catch (error) {
      if (era !== this.#era) return;
      this.#lose(NOT_STORED.problem, 0);
      if (!(error instanceof StorageFailure)) throw error;
    } finally {
      if (this.#workEra === era) this.#workEra = undefined;
    }
  }

  /** Settles an unfinished sign-in and change of token. */
  async #finishEntry(era: number): Promise<void> {
    const entry = entrySchema.safeParse(parsedJson(await this.#storage.get(ENTRY))).data;
    if (entry) {
      const { path, body, key } = entry;
      const headers = { "Idempotency-Key": key };
      const reply = await this.#ask(admissionSchema, { method: "POST", path, headers, body });
      if (era !== this.#era) return;
      if (reply.type === "lost" || (reply.type === "refusal" && reply.problem.status === 426)) {
        this.#fail(reply);
        return;
      }
      if (reply.type === "refusal") this.#settleEntry({ problem: reply.problem.detail });
      else await this.#admit(reply.value, era);
      if (era !== this.#era) return;
      await this.#storage.delete(ENTRY);
    }
    const session = this.#session;
    if (session?.rotation) {
      const headers = { "Idempotency-Key": session.rotation };
      const asked = { method: "POST", path: "/v1/token/rotate", token: session.token, headers } as const;
      const reply = await this.#ask(newTokenSchema, asked);
      if (era !== this.#era) return;
      if (reply.type !== "answer") {
        this.#fail(reply);
        return;
      }
      const { rotation: _, ...rest } = session;
      await this.#keepSession({ ...rest, token: reply.value.token }, era);
    }
    if (era !== this.#era) return;
    this.#settleEntry(undefined);
    this.#on(this.#session ? "entered" : "turnedAway");
    if (this.#session) this.#listen();
  }

  async #pull(era: number): Promise<void> {
    const store = this.#store;
    let isReset = false;
    for (let more = true; store && (more || this.#isPullWanted); ) {
      this.#isPullWanted = false;
      const reply = await this.#ask(changePageSchema, (protocol) => ({
        method: "GET",
        path: changesPath(store, protocol),
        token: this.#session?.token,
      }));
      if (era !== this.#era) return;
      if (reply.type !== "answer") return this.#fail(reply);
      const { changes, cursor, reset } = reply.value;
      // The former server has no history.
      const unnamed = this.#protocol === PROTOCOL_VERSION ? store.history : "";
      const history = reply.value.history ?? reply.history ?? unnamed;
      const isOther = history !== store.history && store.cursor !== "0";
      if (reset || isOther) {
        if (isReset) return this.#lose(ANOTHER_PAST, SHORTEST_PAUSE);
        isReset = true;
        await store.beginAnew(history);
        if (era !== this.#era) return;
        if (!reset) {
          more = true;
          continue;
        }
      }
      for (const template of changes) await store.take(template);
      await store.moveCursor(String(cursor), history);
      if (era !== this.#era) return;
      more = reply.value.more;
      if (!more && store.isAnew) await store.endAnew();
      if (era !== this.#era) return;
      this.#tell();
    }
    this.#on("pulled");
  }

  async #push(era: number): Promise<void> {
    const store = this.#store;
    for (let copy = this.#nextToSend(); store && copy; copy = this.#nextToSend()) {
      const { id } = copy;
      await store.change(id, (now) => ({ copy: now && prepared(now, this.#ports.newKey), merged: [] }));
      const sending = store.get(id)?.pending?.sending;
      if (!sending || era !== this.#era) return;
      const reply = await this.#send(id, sending);
      if (era !== this.#era) return;
      const { key } = sending;
      const isStopping =
        reply.type === "lost" ||
        (reply.type === "refusal" && (reply.problem.status === 401 || reply.problem.status === 426));
      if (
        !isStopping &&
        (this.#isOtherHistory(store, reply) || this.#isOtherPast(store, id, sending, reply))
      ) {
        await store.beginAnew(reply.history ?? store.history);
        if (era === this.#era) this.#lose(ANOTHER_PAST, SHORTEST_PAUSE);
        return;
      }
      if (reply.type === "answer") {
        const { template } = reply.value;
        await store.change(id, (now) => (now ? acknowledged(now, key, template) : received(now, template)));
        this.#doubted.delete(id);
      } else if (reply.type === "lost" || reply.problem.status === 401 || reply.problem.status === 426) {
        return this.#fail(reply);
      } else {
        const { status, detail, errors = [], current } = reply.problem;
        await store.change(id, (now) => {
          if (!now) return { copy: now, merged: [] };
          return status === 412 && current
            ? outrun(now, key, current)
            : setAside(now, key, { status, detail, errors });
        });
      }
      if (era !== this.#era) return;
      this.#tell();
    }
    this.#failures = 0;
    this.#sentence = "";
    const isOpen = store?.all().some((copy) => this.#conflictsOf(copy).length > 0);
    this.#on(isOpen ? "contradicted" : "pushed");
    if (this.#isPullWanted) this.#on("told");
  }

  /** What is under way, else the pending document that was edited first and can be sent (T13.3, T13.4). */
  #nextToSend(): TemplateCopy | undefined {
    let next: TemplateCopy | undefined;
    for (const copy of this.#store?.all() ?? []) {
      const { pending, server } = copy;
      if (!pending) continue;
      if (pending.sending) return copy;
      const isFirst = !next?.pending || pending.order < next.pending.order;
      const isComplete = pending.mine !== null || server !== null;
      if (isFirst && isComplete && !pending.setAside && this.#conflictsOf(copy).length === 0) next = copy;
    }
    return next;
  }

  #send(id: string, { key, rev, etag, mine }: Sending) {
    return this.#ask(oneTemplateSchema, (protocol) => {
      const tag = protocol === PROTOCOL_VERSION ? (etag ?? rev) : rev;
      const base = rev === null ? { "If-None-Match": "*" } : { "If-Match": `"${tag}"` };
      return {
        method: mine ? "PUT" : "DELETE",
        path: `/v1/templates/${id}`,
        token: this.#session?.token,
        headers: { ...base, "Idempotency-Key": key },
        ...(mine ? { body: mine } : {}),
      };
    });
  }

  #isOtherHistory(store: CopyStore, { history }: Reply<unknown>): boolean {
    return history !== undefined && store.history !== "" && history !== store.history;
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

  /** No answer, or one that stops the client. */
  #fail(reply: Exclude<Reply<unknown>, { type: "answer" }>): void {
    if (reply.type === "lost") this.#lose(reply.sentence, reply.waitMilliseconds);
    else if (reply.problem.status === 401) this.#halt("unauthorised", reply.problem.detail);
    else if (reply.problem.status === 426) {
      const served = Number(reply.protocol);
      this.#protocol = PROTOCOL_VERSION;
      this.#halt(
        "mismatched",
        served > Number(PROTOCOL_VERSION)
          ? "服务已更新，请刷新页面；没推送的修改留在本机。"
          : served < Number(servedProtocols[0])
            ? "服务的版本比本页旧，请联系管理者升级服务；没推送的修改留在本机。"
            : reply.problem.detail,
      );
    } else this.#lose(reply.problem.detail, 0);
  }

  #halt(event: "unauthorised" | "mismatched", sentence: string): void {
    this.#listener?.stop();
    this.#listener = undefined;
    this.#sentence = sentence;
    this.#on(event);
    this.#settleEntry({ problem: sentence });
  }

  /** Waits a while before the next try (T13.5). */
  #lose(sentence: string, atLeast: number): void {
    const { timer, random } = this.#ports;
    const wait = Math.max(atLeast, backoff(this.#failures++, random));
    this.#sentence = sentence;
    this.#on("lost");
    if (this.#state === "offline") this.#stopWaiting = timer.after(wait, () => this.#on("enter"));
    this.#settleEntry({ problem: `${sentence}会自动再试。` });
  }

  #listen(): void {
    this.#listener ??= new ChangeListener(this.#ports, this.#origin, {
      from: () => ({
        token: this.#session?.token ?? "",
        cursor: this.#store?.rev ?? 0,
        protocol: this.#protocol,
      }),
      told: (cursor) => {
        // A lower one tells that the server was put back.
        if (cursor !== undefined && cursor === this.#store?.rev) return;
        this.#isPullWanted = true;
        this.#on("told");
      },
    });
  }

  // Sign-in

  #beginEntry(path: Entry["path"], body: Entry["body"]): Promise<SyncProblem | undefined> {
    return this.#stored(async () => {
      const entry: Entry = { path, body, key: this.#ports.newKey() };
      await this.#storage.set(ENTRY, JSON.stringify(entry));
      return this.#enter();
    });
  }

  /** Begins anew and waits until sign-in and token are settled. */
  #enter(): Promise<SyncProblem | undefined> {
    return new Promise((resolve) => {
      this.#entering.push(resolve);
      this.#enterAnew();
    });
  }

  /** What is under way is as if its answer were lost. */
  #enterAnew(): void {
    this.#era++;
    this.#on("enter");
  }

  #settleEntry(problem: SyncProblem | undefined): void {
    const waiting = this.#entering;
    this.#entering = [];
    for (const resolve of waiting) resolve(problem);
  }

  async #admit(session: Session, era: number): Promise<void> {
    const old = this.#session?.team.id;
    if (old !== session.team.id) {
      await this.#store?.close();
      if (old) await CopyStore.forget(this.#storage, old);
      const store = await CopyStore.open(this.#storage, session.team.id);
      if (era !== this.#era) return;
      this.#store = store;
    }
    await this.#keepSession(session, era);
    this.#listener?.stop();
    this.#listener = undefined;
  }

  /** Stores the session; where the client has signed out meanwhile, what is stored is removed there. */
  async #keepSession(session: Session, era: number): Promise<void> {
    if (era !== this.#era) return;
    await this.#storage.set(SESSION, JSON.stringify(session));
    if (era === this.#era) this.#session = session;
  }

  // Requests

  /** Asks in the newest version that both sides speak; what differs between versions is given as a function (T19.1). */
  async #ask<Schema extends z.ZodType>(
    schema: Schema,
    asked: ApiRequest | ((protocol: ProtocolVersion) => ApiRequest),
  ): Promise<Reply<z.infer<Schema>>> {
    const askIn = (protocol: ProtocolVersion) => {
      this.#askedAt = this.#ports.timer.now();
      const request = typeof asked === "function" ? asked(protocol) : asked;
      return askApi(this.#ports, this.#origin, schema, request, protocol);
    };
    const spoken = this.#protocol;
    const reply = await askIn(spoken);
    if (reply.type === "refusal" && reply.problem.status === 426) {
      const former = servedProtocols[0];
      // The former server does not always say its version.
      if (spoken === former || (reply.protocol !== undefined && reply.protocol !== former)) return reply;
      this.#protocol = former;
      return askIn(former);
    }
    if (reply.protocol !== undefined && Number(reply.protocol) >= Number(PROTOCOL_VERSION)) {
      this.#protocol = PROTOCOL_VERSION;
    }
    return reply;
  }

  /** A request that is made once, now; nothing of it is kept. */
  async #call<Schema extends z.ZodType>(
    schema: Schema,
    method: "GET" | "POST" | "DELETE",
    path: string,
    body?: unknown,
  ): Promise<z.infer<Schema> | SyncProblem> {
    const era = this.#era;
    const token = this.#session?.token;
    if (!token) return NOT_SIGNED_IN;
    const headers = method === "GET" ? {} : { "Idempotency-Key": this.#ports.newKey() };
    const reply = await this.#ask(schema, { method, path, token, headers, body });
    if (reply.type === "answer") return reply.value;
    if (reply.type === "lost") return { problem: `${reply.sentence}请稍后再试。` };
    const { status, detail } = reply.problem;
    if (era === this.#era && (status === 401 || status === 426)) this.#fail(reply);
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

  #conflictsOf(copy: TemplateCopy): readonly Conflict[] {
    const known = this.#conflicts.get(copy) ?? conflictsOf(copy);
    this.#conflicts.set(copy, known);
    return known;
  }

  #newSnapshot(): SyncSnapshot {
    const lines = (this.#store?.all() ?? []).flatMap((copy): TemplateLine[] => {
      const isStale = this.#store?.isStale(copy) ?? false;
      const line = templateLine(copy, this.#conflictsOf(copy), this.#state, isStale);
      return line ? [line] : [];
    });
    const { team = null, member = null } = this.#session ?? {};
    return {
      state: this.#state,
      sentence: this.#sentence,
      team,
      member,
      notice: this.#store?.isReplaced ? REPLACED : "",
      templates: lines.sort(
        (left, right) => left.name.localeCompare(right.name, "zh") || (left.id < right.id ? -1 : 1),
      ),
      merged: this.#store?.merged ?? [],
    };
  }

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

/** Where the next page of changes is (T18.1). */
function changesPath(store: CopyStore, protocol: ProtocolVersion): string {
  if (protocol !== PROTOCOL_VERSION) return `/v1/changes?since=${store.rev}&limit=${PAGE}`;
  const history = store.history && `&history=${encodeURIComponent(store.history)}`;
  return `/v1/changes?since=${encodeURIComponent(store.cursor)}&limit=${PAGE}${history}`;
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
