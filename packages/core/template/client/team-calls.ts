import { z } from "zod";
import {
  type Invite,
  inviteSchema,
  type Member,
  membersSchema,
  type OpenInvite,
  openInvitesSchema,
  type Role,
} from "../wire/team.ts";
import { type Content, oneTemplateSchema, revisionsSchema, type TemplateSummary } from "../wire/template.ts";
import type { SyncProblem } from "./sync-problem.ts";

const PAGE = 100;
const MOST_PAGES = 20;

/** A request that is made once, now; nothing of it is kept. */
export type Call = <Schema extends z.ZodType>(
  schema: Schema,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
) => Promise<z.infer<Schema> | SyncProblem>;

/** What is asked of the server at once, and needs a connection: members, invites, histories. */
export class TeamCalls {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  async members(): Promise<readonly Member[] | SyncProblem> {
    const answer = await this.#call(membersSchema, "GET", "/v1/members");
    return "problem" in answer ? answer : answer.members;
  }

  async removeMember(id: string): Promise<SyncProblem | undefined> {
    return this.#remove(`/v1/members/${encodeURIComponent(id)}`);
  }

  /** The invites by which somebody can still join. */
  async invites(): Promise<readonly OpenInvite[] | SyncProblem> {
    const answer = await this.#call(openInvitesSchema, "GET", "/v1/invites");
    return "problem" in answer ? answer : answer.invites;
  }

  async revokeInvite(id: string): Promise<SyncProblem | undefined> {
    return this.#remove(`/v1/invites/${encodeURIComponent(id)}`);
  }

  /** A one-time link with which somebody joins the team. */
  invite(role: Role, expiresInDays?: number): Promise<Invite | SyncProblem> {
    return this.#call(inviteSchema, "POST", "/v1/invites", { role, expiresInDays });
  }

  /** The history of a template, newest first, the newest 2,000 revisions. */
  async revisions(id: string): Promise<readonly TemplateSummary[] | SyncProblem> {
    const found: TemplateSummary[] = [];
    const path = `/v1/templates/${encodeURIComponent(id)}/revisions?limit=${PAGE}`;
    for (let page = 0; page < MOST_PAGES; page++) {
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

  async #remove(path: string): Promise<SyncProblem | undefined> {
    const answer = await this.#call(z.undefined(), "DELETE", path);
    return answer && "problem" in answer ? answer : undefined;
  }
}
