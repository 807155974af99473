import { ApiLink, mismatchSentence } from "./api-link.ts";
import type { Reply } from "./api-request.ts";
import { backoff } from "./backoff.ts";
import { ChangeListener } from "./change-listener.ts";
import { type ClientEvent, type ClientState, clientStates } from "./client-states.ts";
import { CopyStore, StorageFailure } from "./copy-store.ts";
import { type LeftBehind, readLeftBehind } from "./left-behind.ts";
import type { KeyValueStorage, SyncPorts } from "./sync-ports.ts";
import { NOT_STORED, type SyncProblem } from "./sync-problem.ts";
import { SyncSession } from "./sync-session.ts";
import { TemplateExchange } from "./template-exchange.ts";

/** For so many milliseconds a request under way is not given up, even if a person asks to sync. */
const PATIENCE = 5000;
/** The least wait before something is asked again that the server's history has contradicted. */
const SHORTEST_PAUSE = 1000;
const ANOTHER_PAST = "服务器的数据和本机知道的不一样，正在重新读取。";

/** Does what the client's state asks for, one step after the other: signs in, pulls, pushes, waits, listens. */
export class SyncLoop {
  readonly #ports: SyncPorts;
  readonly #storage: KeyValueStorage;
  readonly #origin: string;
  readonly #changed: () => void;
  readonly link: ApiLink;
  readonly session: SyncSession;
  readonly exchange: TemplateExchange;
  #state: ClientState = "signedOut";
  #sentence = "";
  #store: CopyStore | undefined;
  #leftBehind: readonly LeftBehind[] = [];
  #listener: ChangeListener | undefined;
  /** Grows when the client stops or begins anew: answers to requests from before are not for it. */
  #era = 0;
  /** The era in which the work is being done, if it is. */
  #workEra: number | undefined;
  #failures = 0;
  #stopWaiting = () => {};
  /** Those who wait for a sign-in or a change of token. */
  #entering: ((problem: SyncProblem | undefined) => void)[] = [];

  /** `changed`: what `state`, `sentence` or the store tell is not what it was. */
  constructor(ports: SyncPorts, storage: KeyValueStorage, origin: string, changed: () => void) {
    this.#ports = ports;
    this.#storage = storage;
    this.#origin = origin;
    this.#changed = changed;
    this.link = new ApiLink(ports, origin);
    this.session = new SyncSession(storage, ports.newKey);
    this.exchange = new TemplateExchange(this.link, ports.newKey, {
      token: () => this.session.token,
      moved: changed,
    });
  }

  get state(): ClientState {
    return this.#state;
  }

  /** Why the client waits or has stopped, or blank. */
  get sentence(): string {
    return this.#sentence;
  }

  get store(): CopyStore | undefined {
    return this.#store;
  }

  /** The edits that wait for another team than the present one. */
  get leftBehind(): readonly LeftBehind[] {
    return this.#leftBehind;
  }

  /** Looks again for edits that wait for other teams. */
  async lookBehind(): Promise<void> {
    const team = this.session.team;
    this.#leftBehind = team ? await readLeftBehind(this.#storage, team.id) : [];
    this.#changed();
  }

  /** Whether what was asked before is still waited for. */
  currentEra(): () => boolean {
    const era = this.#era;
    return () => era === this.#era;
  }

  /** Takes up what an earlier run left, and begins. */
  async start(): Promise<void> {
    await this.session.load();
    const team = this.session.team;
    if (team) this.#store = await CopyStore.open(this.#storage, team.id);
    await this.lookBehind();
    this.on("enter");
  }

  async stop(): Promise<void> {
    this.#era++;
    this.#stopWaiting();
    this.#listener?.stop();
    this.#settleEntry({ problem: "同步已停止。" });
    await this.#store?.close();
  }

  /** Leaves the team; `forgotten` settles what stays on the device. */
  async leave(forgotten: (team: string | undefined) => Promise<SyncProblem | undefined>) {
    const team = this.session.team?.id;
    this.session.leave();
    await this.stop();
    this.#listener = undefined;
    this.#store = undefined;
    this.#leftBehind = [];
    this.#failures = 0;
    this.#sentence = "";
    const problem = await forgotten(team);
    this.on("left");
    return problem;
  }

  /** Begins anew and waits until sign-in and token are settled. */
  enter(): Promise<SyncProblem | undefined> {
    return new Promise((resolve) => {
      this.#entering.push(resolve);
      this.#enterAnew();
    });
  }

  /** Syncs at once; a request that hangs is given up. */
  syncNow(): void {
    const isBusy = this.#workEra === this.#era && this.#ports.timer.now() - this.link.askedAt < PATIENCE;
    if (!isBusy) this.#enterAnew();
  }

  on(event: ClientEvent): void {
    this.#state = clientStates[this.#state][event];
    if (this.#state !== "offline") this.#stopWaiting();
    this.#changed();
    void this.#work();
  }

  /** No answer, or one that stops the client. */
  fail(reply: Exclude<Reply<unknown>, { readonly type: "answer" }>): void {
    if (reply.type === "lost") this.#lose(reply.sentence, reply.waitMilliseconds);
    else if (reply.problem.status === 401) this.#halt("unauthorised", reply.problem.detail);
    else if (reply.problem.status === 426) {
      this.link.renew();
      this.#halt("mismatched", mismatchSentence(reply, reply.problem.detail));
    } else this.#lose(reply.problem.detail, 0);
  }

  /** What is under way is as if its answer were lost. */
  #enterAnew(): void {
    this.#era++;
    this.on("enter");
  }

  /** Does what the state asks for until it rests. */
  async #work(): Promise<void> {
    const era = this.#era;
    if (this.#workEra === era) return;
    this.#workEra = era;
    const isCurrent = this.currentEra();
    try {
      while (isCurrent()) {
        if (this.#state === "entering") await this.#finishEntry(isCurrent);
        else if (this.#state === "pulling") await this.#pull(isCurrent);
        else if (this.#state === "pushing") await this.#push(isCurrent);
        else return;
      }
    } catch (error) {
      if (!isCurrent()) return;
      this.#lose(NOT_STORED.problem, 0);
      if (!(error instanceof StorageFailure)) throw error;
    } finally {
      if (this.#workEra === era) this.#workEra = undefined;
    }
  }

  async #finishEntry(isCurrent: () => boolean): Promise<void> {
    const failed = await this.session.settle(this.link, {
      isCurrent,
      refused: (problem) => this.#settleEntry(problem),
      admitted: async (team, former) => {
        if (former !== team) {
          await this.#store?.close();
          if (former) await CopyStore.forget(this.#storage, former);
          const store = await CopyStore.open(this.#storage, team);
          if (!isCurrent()) return;
          this.#store = store;
        }
        this.#listener?.stop();
        this.#listener = undefined;
      },
    });
    if (!isCurrent()) return;
    if (failed) return this.fail(failed);
    if (this.session.isIn) await this.lookBehind();
    if (!isCurrent()) return;
    this.#settleEntry(undefined);
    this.on(this.session.isIn ? "entered" : "turnedAway");
    if (this.session.isIn) this.#listen();
  }

  async #pull(isCurrent: () => boolean): Promise<void> {
    const came = this.#store ? await this.exchange.pull(this.#store, isCurrent) : "done";
    if (!isCurrent() || came === "superseded") return;
    if (came === "done") this.on("pulled");
    else if (came === "contradicted") this.#lose(ANOTHER_PAST, SHORTEST_PAUSE);
    else this.fail(came);
  }

  async #push(isCurrent: () => boolean): Promise<void> {
    const came = this.#store ? await this.exchange.push(this.#store, isCurrent) : "done";
    if (!isCurrent() || came === "superseded") return;
    if (came === "contradicted") return this.#lose(ANOTHER_PAST, SHORTEST_PAUSE);
    if (came !== "done") return this.fail(came);
    this.#failures = 0;
    this.#sentence = "";
    const isOpen = this.#store?.all().some((copy) => this.exchange.conflictsOf(copy).length > 0);
    this.on(isOpen ? "contradicted" : "pushed");
    if (this.exchange.isPullWanted) this.on("told");
  }

  #halt(event: "unauthorised" | "mismatched", sentence: string): void {
    this.#listener?.stop();
    this.#listener = undefined;
    this.#sentence = sentence;
    this.on(event);
    this.#settleEntry({ problem: sentence });
  }

  /** Waits a while before the next try (T13.5). */
  #lose(sentence: string, atLeast: number): void {
    const { timer, random } = this.#ports;
    const wait = Math.max(atLeast, backoff(this.#failures++, random));
    this.#sentence = sentence;
    this.on("lost");
    if (this.#state === "offline") this.#stopWaiting = timer.after(wait, () => this.on("enter"));
    this.#settleEntry({ problem: `${sentence}会自动再试。` });
  }

  #listen(): void {
    this.#listener ??= new ChangeListener(this.#ports, this.#origin, {
      from: () => ({
        token: this.session.token ?? "",
        cursor: this.#store?.rev ?? 0,
        protocol: this.link.protocol,
      }),
      told: (cursor) => {
        // A lower one tells that the server was put back.
        if (cursor !== undefined && cursor === this.#store?.rev) return;
        this.exchange.wantPull();
        this.on("told");
      },
    });
  }

  #settleEntry(problem: SyncProblem | undefined): void {
    const waiting = this.#entering;
    this.#entering = [];
    for (const resolve of waiting) resolve(problem);
  }
}
