import type { Role } from "@sevenstar/core/template/team";

interface TeamTable {
  id: string;
  name: string;
  /** The team's newest revision (T1). */
  rev: number;
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
  rows: string;
  rev: number;
  updatedAt: string;
  updatedBy: string;
  deleted: number;
}

interface AnswerTable {
  scope: string;
  keyHash: string;
  request: string;
  sealed: string;
  createdAt: string;
}

/** The tables of the store, alike in SQLite and PostgreSQL. */
export interface Tables {
  teams: TeamTable;
  members: MemberTable;
  tokens: TokenTable;
  codes: CodeTable;
  /** The latest state of each template. */
  templates: TemplateTable;
  /** Every state a template ever had (T8). */
  revisions: TemplateTable;
  /** Answers kept for repeated requests (T3). */
  answers: AnswerTable;
}
