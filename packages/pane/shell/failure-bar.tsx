import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Language } from "@sevenstar/core/cells/words";
import { failureWords } from "../browser/failure-words.ts";
import { useFailure } from "../browser/use-failure.ts";
import { FailureDetail } from "./failure-detail.tsx";
import { paneTexts } from "./pane-texts.ts";

/** Tells of an error that nothing on the page has handled, and the way to go on. */
export function FailureBar({ language }: { readonly language: Language }) {
  const { failure, dismiss } = useFailure();
  if (!failure) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {failureWords(failure.error)[language]}
        <FailureDetail error={failure.error} language={language} />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => location.reload()}>
          {paneTexts.reload[language]}
        </Button>
        <Button size="small" onClick={dismiss}>
          {paneTexts.close[language]}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
