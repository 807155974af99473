import type { Language } from "@sevenstar/core/cells/words";
import { failureDetail } from "../browser/failure-words.ts";
import { paneTexts } from "./pane-texts.ts";

/** What support needs to know of an error, folded away. */
export function FailureDetail({ error, language }: { readonly error: unknown; readonly language: Language }) {
  return (
    <details>
      <summary>{paneTexts.failureDetail[language]}</summary>
      <pre style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", userSelect: "text" }}>
        {failureDetail(error)}
      </pre>
    </details>
  );
}
