import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Language } from "@sevenstar/core/cells/words";
import { useEffect } from "react";
import type { ShownOutcome } from "./outcome-context.ts";
import { paneTexts } from "./pane-texts.ts";

/** So long a success stays, in milliseconds, and one that can be taken back; a problem stays until it is closed. */
const STAYS = 10_000;
const STAYS_WITH_REMEDY = 30_000;

interface OutcomeMessageProps extends ShownOutcome {
  readonly language: Language;
}

/** An outcome with its remedy; a success closes itself after a while. */
export function OutcomeMessage({ outcome, onClose, language }: OutcomeMessageProps) {
  useEffect(() => {
    if (outcome.isProblem) return;
    const timer = setTimeout(onClose, outcome.remedy ? STAYS_WITH_REMEDY : STAYS);
    return () => clearTimeout(timer);
  }, [outcome, onClose]);
  return (
    <MessageBar intent={outcome.isProblem ? "error" : "success"} layout="multiline">
      <MessageBarBody>{outcome.sentence}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            icon={<span aria-hidden="true">✕</span>}
            aria-label={paneTexts.close[language]}
            onClick={onClose}
          />
        }
      >
        {outcome.remedy && (
          <Button size="small" onClick={outcome.remedy.onTake}>
            {outcome.remedy.words[language]}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
