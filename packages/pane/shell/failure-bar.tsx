import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { failureWords } from "../browser/failure-words.ts";
import { useFailure } from "../browser/use-failure.ts";
import { FailureDetail } from "./failure-detail.tsx";
import { useSay } from "./language-context.ts";
import { paneTexts } from "./pane-texts.ts";

/** Tells of an error that nothing on the page has handled, and the way to go on. */
export function FailureBar() {
  const say = useSay();
  const { failure, dismiss } = useFailure();
  if (!failure) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {say(failureWords(failure.error))}
        <FailureDetail error={failure.error} />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => location.reload()}>
          {say(paneTexts.reload)}
        </Button>
        <Button size="small" onClick={dismiss}>
          {say(paneTexts.close)}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
