import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { TemplateText } from "./template-texts.ts";

/** In place of the templates: that the browser keeps nothing here, what that means and what to do. */
export function StorageRefused({ text }: { readonly text: TemplateText }) {
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <p>{text("storageRefused")}</p>
        <p>{text("storageMeaning")}</p>
        <p>{text("storageRemedy")}</p>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => location.reload()}>
          {text("reload")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
