import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { TemplateLine } from "@sevenstar/core/template/client/sync-snapshot";
import { differences } from "@sevenstar/core/template/merge/differences";
import type { Content } from "@sevenstar/core/template/wire/template";

/** So long the service's answer is waited for before it is said that the edits are on their way, in milliseconds. */
const LONGEST_WAIT = 5000;

/** What became of submitted edits, in a sentence: how many rows, and the revision that holds them. */
export async function afterSubmit(
  client: SyncClient,
  id: string,
  before: Content,
  submitted: Content,
): Promise<{ readonly done: Words } | { readonly problem: string }> {
  const { name } = submitted;
  const rows = changedRows(before, submitted);
  const what =
    rows === 0
      ? { zh: "行的顺序", en: "The order of the rows" }
      : { zh: `${rows} 行改动`, en: `The edits of ${rows} rows` };
  const begins = { zh: `“${name}”的${what.zh}已`, en: `${what.en} of “${name}” ` };
  const line = await settledLine(client, id);
  if (line?.setAside && line.status !== "同步" && line.status !== "冲突") {
    return { problem: line.setAside.detail };
  }
  const then: Words =
    line?.status === "同步"
      ? { zh: `提交，现在是第 ${line.rev} 版。`, en: `are submitted: it is revision ${line.rev} now.` }
      : line?.status === "冲突"
        ? {
            zh: "提交；有几处同事也改了，请在下面选一个。",
            en: "are submitted; colleagues changed some of it too: choose below.",
          }
        : {
            zh: "存在本机，一连上服务就会自动提交。",
            en: "are kept on this device and submitted as soon as the service is reached.",
          };
  return { done: { zh: begins.zh + then.zh, en: begins.en + then.en } };
}

/** How many rows were changed, added or removed. */
function changedRows(before: Content, after: Content): number {
  const ids = differences(before, after).flatMap((each) => ("row" in each ? [each.row.id] : []));
  return new Set(ids).size;
}

/** The template's line once the service has answered, or as it stands where that cannot be waited for. */
function settledLine(client: SyncClient, id: string): Promise<TemplateLine | undefined> {
  const lineNow = () => client.snapshot().templates.find((line) => line.id === id);
  const isSettled = () => lineNow()?.status !== "待推送" || client.snapshot().state === "offline";
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(lineNow());
    };
    const stop = client.subscribe(() => {
      if (isSettled()) finish();
    });
    const timer = setTimeout(finish, LONGEST_WAIT);
    if (isSettled()) finish();
  });
}
