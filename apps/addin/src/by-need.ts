import type { Answer } from "@sevenstar/pane/sheet-host/sheet-host.ts";

/** Does what a part of the add-in does that is loaded when it is needed; where it cannot be loaded a sentence says so. */
export async function byNeed<Value extends object>(
  task: () => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  try {
    return await task();
  } catch (error) {
    return { problem: `没有做成：加载项的文件没有读到，请检查网络再试一次（${String(error)}）。` };
  }
}
