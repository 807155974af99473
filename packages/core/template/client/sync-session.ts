import { z } from "zod";
import { admissionSchema, type Member, newTokenSchema, type Team } from "../wire/team.ts";
import type { ApiLink } from "./api-link.ts";
import type { Reply } from "./api-request.ts";
import { parsedJson } from "./parsed-json.ts";
import type { KeyValueStorage } from "./sync-ports.ts";
import type { SyncProblem } from "./sync-problem.ts";

const SESSION = "sevenstar.session";
const ENTRY = "sevenstar.entry";

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
/** Where somebody signs in, and with what. */
export type Entry = z.infer<typeof entrySchema>;

/** What the session tells while it is settled. */
export interface SessionHooks {
  /** Whether the answer that came is still waited for. */
  readonly isCurrent: () => boolean;
  /** Somebody was admitted to a team; `former` is the team before, where there was one. */
  readonly admitted: (team: string, former: string | undefined) => Promise<void>;
  readonly refused: (problem: SyncProblem) => void;
}

/** Who is signed in on this device, and sign-ins and changes of token that are not answered yet (T17). */
export class SyncSession {
  readonly #storage: KeyValueStorage;
  readonly #newKey: () => string;
  #session: Session | undefined;

  constructor(storage: KeyValueStorage, newKey: () => string) {
    this.#storage = storage;
    this.#newKey = newKey;
  }

  get isIn(): boolean {
    return this.#session !== undefined;
  }

  get token(): string | undefined {
    return this.#session?.token;
  }

  get team(): Team | null {
    return this.#session?.team ?? null;
  }

  get member(): Member | null {
    return this.#session?.member ?? null;
  }

  /** Takes up what an earlier run left. */
  async load(): Promise<void> {
    this.#session = sessionSchema.safeParse(parsedJson(await this.#storage.get(SESSION))).data;
  }

  /** Stores a sign-in, to be settled. */
  async begin(path: Entry["path"], body: Entry["body"]): Promise<void> {
    const entry: Entry = { path, body, key: this.#newKey() };
    await this.#storage.set(ENTRY, JSON.stringify(entry));
  }

  /** Stores a change of token, to be settled. */
  async beginRotation(isCurrent: () => boolean): Promise<void> {
    if (!this.#session) return;
    const rotation = this.#session.rotation ?? this.#newKey();
    await this.#keep({ ...this.#session, rotation }, isCurrent);
  }

  /** Settles an unfinished sign-in and change of token; what failed is to be tried again. */
  async settle(
    link: ApiLink,
    hooks: SessionHooks,
  ): Promise<Exclude<Reply<unknown>, { readonly type: "answer" }> | undefined> {
    const { isCurrent } = hooks;
    const entry = entrySchema.safeParse(parsedJson(await this.#storage.get(ENTRY))).data;
    if (entry) {
      const { path, body, key } = entry;
      const headers = { "Idempotency-Key": key };
      const reply = await link.ask(admissionSchema, { method: "POST", path, headers, body });
      if (!isCurrent()) return undefined;
      if (reply.type === "lost" || (reply.type === "refusal" && reply.problem.status === 426)) return reply;
      if (reply.type === "refusal") hooks.refused({ problem: reply.problem.detail });
      else {
        await hooks.admitted(reply.value.team.id, this.#session?.team.id);
        await this.#keep(reply.value, isCurrent);
      }
      if (!isCurrent()) return undefined;
      await this.#storage.delete(ENTRY);
    }
    const session = this.#session;
    if (!session?.rotation) return undefined;
    const headers = { "Idempotency-Key": session.rotation };
    const asked = { method: "POST", path: "/v1/token/rotate", token: session.token, headers } as const;
    const reply = await link.ask(newTokenSchema, asked);
    if (!isCurrent()) return undefined;
    if (reply.type !== "answer") return reply;
    const { rotation: _, ...rest } = session;
    await this.#keep({ ...rest, token: reply.value.token }, isCurrent);
    return undefined;
  }

  /** Leaves the team; the token is removed from the device by `forget`. */
  leave(): void {
    this.#session = undefined;
  }

  /** Removes the token, and sign-ins that are not answered, from this device. */
  async forget(): Promise<void> {
    await this.#storage.delete(SESSION);
    await this.#storage.delete(ENTRY);
  }

  /** Stores the session; where somebody has signed out meanwhile, what is stored is removed there. */
  async #keep(session: Session, isCurrent: () => boolean): Promise<void> {
    if (!isCurrent()) return;
    await this.#storage.set(SESSION, JSON.stringify(session));
    if (isCurrent()) this.#session = session;
  }
}
