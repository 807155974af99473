import { failureDetail } from "../browser/failure-words.ts";
import { useSay } from "./language-context.ts";
import { paneTexts } from "./pane-texts.ts";

/** What support needs to know of an error, folded away. */
export function FailureDetail({ error }: { readonly error: unknown }) {
  const say = useSay();
  return (
    <details>
      <summary>{say(paneTexts.failureDetail)}</summary>
      <pre style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", userSelect: "text" }}>
        {failureDetail(error)}
      </pre>
    </details>
  );
}
