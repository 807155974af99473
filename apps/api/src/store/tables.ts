import type { Role } from "@sevenstar/core/template/wire/team";
import type { Generated } from "kysely";

/** What the tables stand in. */
export type Engine = "sqlite" | "postgres";

interface TeamTable {
  id: string;
  name: string;
  /** The team's newest revision (T1), and its digest (T18), blank before the first. */
  rev: number;
  /** How much its revisions take (T12). */
  bytes: number;
  digest: Generated<string>;
  createdAt: string;
}

interface MemberTable {
  id: string;
  teamId: string;
  name: string;
  role: Role;
  createdAt: string;
  removedAt: string | null;
}

interface TokenTable {
  hash: string;
  memberId: string;
  createdAt: string;
  revokedAt: string | null;
}

/** A one-time code: an invite carries a team and a role, a sign-in code a member. */
interface CodeTable {
  hash: string;
  /** What an invite is called in lists; it lets nobody in. */
  id: string;
  /** The member who made it; unknown of the oldest. */
  createdBy: string | null;
  createdAt: string | null;
  teamId: string;
  memberId: string | null;
  role: Role;
  expiresAt: string;
  usedAt: string | null;
}

interface TemplateTable {
  teamId: string;
  id: string;
  kind: string;
  name: string;
  rev: number;
  updatedAt: string;
  updatedBy: string;
  deleted: number;
}

interface RevisionTable extends TemplateTable {
  /** Names the revision's content and all that went before it in the team (T18). */
  digest: string;
  /** How many older revisions in succession are stored as differences from this one. */
  dependents: number;
  /** Of a packed revision: the revision from which it is a difference; null where it stands by itself. */
  against: number | null;
  /** The rows, packed (T20); null where they stand as text. */
  packed: Uint8Array | null;
  /** The rows as JSON text; "" where they are packed. Last, so that a list never reads past them. */
  rows: string;
}

/** What identifies this database's history (T18): one row. */
interface HistoryTable {
  id: string;
}

interface AnswerTable {
  scope: string;
  keyHash: string;
  request: string;
  sealed: string;
  createdAt: string;
}

interface AuditTable {
  teamId: string;
  /** Counts from 1 in each team, without gaps. */
  entry: number;
  at: string;
  memberId: string;
  memberName: string;
  action: string;
  /** What it was done to: a template's id, a member's name, an invite's role. */
  subject: string;
  rev: number | null;
}

/** What the store knows of itself. */
interface FactTable {
  name: "localTeam";
  value: string;
}

/** The tables of the store, alike in SQLite and PostgreSQL. */
export interface Tables {
  teams: TeamTable;
  members: MemberTable;
  tokens: TokenTable;
  codes: CodeTable;
  /** Each template's latest revision, its rows apart. */
  templates: TemplateTable;
  /** Every state a template ever had (T8). */
  revisions: RevisionTable;
  history: HistoryTable;
  /** Answers kept for repeated requests (T3). */
  answers: AnswerTable;
  /** The id of the team that this machine made for itself. */
  facts: FactTable;
  /** Who changed what. */
  audit: AuditTable;
}
