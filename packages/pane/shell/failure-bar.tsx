import { Button } from "@fluentui/react-components";
import { failureWords } from "../browser/failure-words.ts";
import { useFailure } from "../browser/use-failure.ts";
import { FailureDetail } from "./failure-detail.tsx";
import { useSay } from "./language-context.ts";
import { Notice } from "./notice.tsx";
import { paneTexts } from "./pane-texts.ts";

/** Tells of an error that nothing on the page has handled, and the way to go on. */
export function FailureBar() {
  const say = useSay();
  const { failure, dismiss } = useFailure();
  if (!failure) return null;
  return (
    <Notice
      isError
      isAlert
      actions={
        <>
          <Button size="small" onClick={() => location.reload()}>
            {say(paneTexts.reload)}
          </Button>
          <Button size="small" onClick={dismiss}>
            {say(paneTexts.close)}
          </Button>
        </>
      }
    >
      {say(failureWords(failure.error))}
      <FailureDetail error={failure.error} />
    </Notice>
  );
}
