import { Button } from "@fluentui/react-components";
import type { Language, Words } from "@sevenstar/core/cells/words";
import { Component, type ReactNode } from "react";
import { failureWords } from "../browser/failure-words.ts";
import { FailureDetail } from "./failure-detail.tsx";
import { LanguageContext, sayIn } from "./language-context.ts";
import { Notice } from "./notice.tsx";
import { paneTexts } from "./pane-texts.ts";

interface LoadFailureProps {
  readonly children: ReactNode;
  /** What was to be said inside it: it is said all the same. */
  readonly words?: Words;
}

/** Shows what stands inside it, or, where that could not be loaded or fails, why and a way to begin again. */
export class LoadFailure extends Component<
  LoadFailureProps,
  { readonly failed?: { readonly error: unknown } }
> {
  static override contextType = LanguageContext;
  declare context: Language;
  override state: { readonly failed?: { readonly error: unknown } } = {};

  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } };
  }

  override render() {
    const { children, words } = this.props;
    const { failed } = this.state;
    if (!failed) return children;
    const say = sayIn[this.context];
    return (
      <Notice
        isError
        isAlert
        actions={
          <Button size="small" onClick={() => location.reload()}>
            {say(paneTexts.reload)}
          </Button>
        }
      >
        {say(words ?? failureWords(failed.error))}
        <FailureDetail error={failed.error} />
      </Notice>
    );
  }
}
