import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { type Language, paneTexts } from "./pane-texts.ts";

interface LoadFailureProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Shows what stands inside it, or, where that could not be loaded or fails, why and a way to begin again. */
export class LoadFailure extends Component<LoadFailureProps, { readonly problem?: string }> {
  override state: { readonly problem?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { problem: String(error) };
  }

  override render() {
    const { language, children } = this.props;
    if (this.state.problem === undefined) return children;
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          {paneTexts.loadFailed[language]}
          {this.state.problem}
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
