import type { Conflict } from "../merge/merge.ts";
import type { RowError } from "../rows.ts";

/** Why something was not done: one Chinese sentence, the bad cells, and what it contradicts. */
export interface SyncProblem {
  readonly problem: string;
  readonly errors?: readonly RowError[];
  readonly contradictions?: readonly Conflict[];
}

export const NOT_SIGNED_IN: SyncProblem = { problem: "还没有登录，请先用登录链接或邀请登录。" };
export const NOT_STORED: SyncProblem = {
  problem: "本机存不下，修改没有保存：请清理浏览器的存储空间，或允许本页存储数据。",
};
