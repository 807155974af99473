import { Component, type ReactNode } from "react";
import { failureWords } from "../browser/failure-words.ts";
import { FailureDetail } from "./failure-detail.tsx";
import { paneTexts } from "./pane-texts.ts";

/** Shows the whole page, or, where drawing it fails, what to do; it leans on nothing that may have failed. */
export class PageFailure extends Component<
  { readonly children: ReactNode },
  { readonly failed?: { readonly error: unknown } }
> {
  override state: { readonly failed?: { readonly error: unknown } } = {};

  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } };
  }

  override render() {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    const { zh, en } = failureWords(failed.error);
    return (
      <div role="alert" style={{ padding: "16px", fontFamily: "sans-serif" }}>
        <p>{zh}</p>
        <p lang="en">{en}</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            {paneTexts.reload.zh} {paneTexts.reload.en}
          </button>
        </p>
        <FailureDetail error={failed.error} />
      </div>
    );
  }
}
