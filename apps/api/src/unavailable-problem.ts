import { Problem } from "./problem.ts";
import { type Unavailability, unavailability } from "./store/unavailability.ts";

const WHY: Readonly<Record<Unavailability, readonly [detail: string, retryAfter: string]>> = {
  full: [
    "服务器的磁盘已满，暂时不能保存；已保存的内容都在，仍可读取。请管理者腾出空间，之后用同样的内容再试。",
    "10",
  ],
  busy: ["另一个程序（如恢复、导入）正在写数据，请稍后用同样的内容再试。", "2"],
  damaged: ["数据文件已损坏，请管理者看服务启动时的输出，按那里的办法从备份恢复。", "60"],
  away: ["数据暂时不可用，请稍后用同样的内容再试。", "2"],
};

/** The refusal of a request for which the store cannot be used at the moment; undefined for a fault of ours. */
export function unavailableProblem(error: unknown): Problem | undefined {
  const why = unavailability(error);
  if (!why) return undefined;
  const [detail, retryAfter] = WHY[why];
  return new Problem(503, detail, {}, { "Retry-After": retryAfter });
}
