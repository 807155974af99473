import type { Conflict } from "../merge/merge.ts";
import { isKnownKind } from "../rows.ts";
import type { Member, Team } from "../wire/team.ts";
import type { ClientState } from "./client-states.ts";
import type { CopyStore, MergeLine } from "./copy-store.ts";
import type { LeftBehind } from "./left-behind.ts";
import { type SetAside, type TemplateCopy, viewOf } from "./template-copy.ts";

/** How a template stands; 离线: unchanged here, and perhaps not the newest. */
export type TemplateStatus = "同步" | "待推送" | "冲突" | "搁置" | "离线";

/** A template as lists show it. */
export interface TemplateLine {
  readonly id: string;
  readonly kind: string;
  /** Its kind is of a later version: it is kept whole and can only be looked at (T19.2). */
  readonly isReadOnly: boolean;
  readonly name: string;
  readonly status: TemplateStatus;
  /** Of the server state; 0 and blank where there is none yet. */
  readonly rev: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** Deleted here, which the server has not taken yet. */
  readonly deleted: boolean;
  readonly conflicts: readonly Conflict[];
  /** Why the server refused it; it is tried again when it is edited or asked for. */
  readonly setAside: SetAside | null;
}

/** All that an interface shows; it holds no token (T17.4). */
export interface SyncSnapshot {
  readonly state: ClientState;
  /** Why the client waits or has stopped: one Chinese sentence, or blank. */
  readonly sentence: string;
  readonly team: Team | null;
  readonly member: Member | null;
  /** What happened that the person should know, until it is dismissed: one Chinese sentence, or blank. */
  readonly notice: string;
  /** Names of templates whose edits wait on this device for another team (T17.5). */
  readonly leftBehind: readonly string[];
  /** By name. */
  readonly templates: readonly TemplateLine[];
  /** Rows merged from two people since the summary was dismissed, the latest last. */
  readonly merged: readonly MergeLine[];
}

const REPLACED =
  "服务器换成了另一份数据，已按它重新读取：服务器上没有的模板不再列出，本机没推送的修改还在，会合并或请你选择。";

/** Where a snapshot is taken from. */
interface Stand {
  readonly state: ClientState;
  readonly sentence: string;
  readonly session: { readonly team: Team | null; readonly member: Member | null };
  readonly store: CopyStore | undefined;
  readonly leftBehind: readonly LeftBehind[];
  readonly exchange: { conflictsOf(copy: TemplateCopy): readonly Conflict[] };
}

/** How things stand, templates by name. */
export function syncSnapshot({ state, sentence, session, store, leftBehind, exchange }: Stand): SyncSnapshot {
  const lines = (store?.all() ?? []).flatMap(
    (copy) => templateLine(copy, exchange.conflictsOf(copy), state, store?.isStale(copy)) ?? [],
  );
  return {
    state,
    sentence,
    team: session.team,
    member: session.member,
    notice: store?.isReplaced ? REPLACED : "",
    leftBehind: leftBehind.map(({ content }) => content.name),
    templates: lines.sort(
      (left, right) => left.name.localeCompare(right.name, "zh") || (left.id < right.id ? -1 : 1),
    ),
    merged: store?.merged ?? [],
  };
}

/** A copy's line, undefined where there is no template to show. */
export function templateLine(
  copy: TemplateCopy,
  conflicts: readonly Conflict[],
  state: ClientState,
  /** The server's present history has not told of it yet. */
  isStale = false,
): TemplateLine | undefined {
  const { id, server, pending } = copy;
  const view = viewOf(copy);
  const shown = view ?? pending?.base ?? server;
  if (!shown || (!view && !pending)) return undefined;
  const isCut = isStale || state === "offline" || state === "outdated" || state === "revoked";
  return {
    id,
    kind: shown.kind,
    isReadOnly: !isKnownKind(shown.kind),
    name: shown.name,
    status:
      conflicts.length > 0
        ? "冲突"
        : pending?.setAside
          ? "搁置"
          : pending
            ? "待推送"
            : isCut
              ? "离线"
              : "同步",
    rev: server?.rev ?? 0,
    updatedAt: server?.updatedAt ?? "",
    updatedBy: server?.updatedBy ?? "",
    deleted: view === null,
    conflicts,
    setAside: pending?.setAside ?? null,
  };
}
