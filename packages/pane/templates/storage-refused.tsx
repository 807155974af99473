import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "../shell/language-context.ts";

const texts = {
  storageRefused: {
    zh: "这个浏览器不让本页存储数据，模板现在用不了。",
    en: "This browser does not let the page store data, so templates cannot be used now.",
  },
  storageMeaning: {
    zh: "登录和还没推送的修改要存在本机，不然一关页面就会丢。活动日历和函数照常可用，但这里的改动关掉就没有了，请及时导出。",
    en: "The sign-in and edits that were not sent must be kept on this device, or closing the page would lose them. The planner and the functions go on; export what you change, as it is gone once the page is closed.",
  },
  storageRemedy: {
    zh: "请退出无痕（隐私）窗口，在浏览器设置里允许本站的 Cookie 和网站数据，并确认磁盘没有满，再重新载入；仍不行就换一个浏览器打开。",
    en: "Leave the private window, allow this site's cookies and data in the browser's settings, make sure that the disk is not full, then reload; else open it in another browser.",
  },
  reload: { zh: "重新载入", en: "Reload" },
} as const satisfies Record<string, Words>;

/** In place of the templates: that the browser keeps nothing here, what that means and what to do. */
export function StorageRefused() {
  const say = useSay();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <p>{say(texts.storageRefused)}</p>
        <p>{say(texts.storageMeaning)}</p>
        <p>{say(texts.storageRemedy)}</p>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => location.reload()}>
          {say(texts.reload)}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
