import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Language } from "@sevenstar/core/cells/words";
import { Component, type ReactNode } from "react";
import { failureWords } from "../browser/failure-words.ts";
import { FailureDetail } from "./failure-detail.tsx";
import { paneTexts } from "./pane-texts.ts";

interface LoadFailureProps {
  readonly language: Language;
  readonly children: ReactNode;
  /** What was to be said inside it: it is said all the same. */
  readonly sentence?: string;
}

/** Shows what stands inside it, or, where that could not be loaded or fails, why and a way to begin again. */
export class LoadFailure extends Component<
  LoadFailureProps,
  { readonly failed?: { readonly error: unknown } }
> {
  override state: { readonly failed?: { readonly error: unknown } } = {};

  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } };
  }

  override render() {
    const { language, children, sentence } = this.props;
    const { failed } = this.state;
    if (!failed) return children;
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          {sentence ?? failureWords(failed.error)[language]}
          <FailureDetail error={failed.error} language={language} />
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => location.reload()}>
            {paneTexts.reload[language]}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
