import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useEffect } from "react";
import { useSay } from "./language-context.ts";
import type { ShownOutcome } from "./outcome-context.ts";
import { paneTexts } from "./pane-texts.ts";

/** So long a success stays, in milliseconds, and one that can be taken back; a problem stays until it is closed. */
const STAYS = 10_000;
const STAYS_WITH_REMEDY = 30_000;

/** An outcome with its remedy; a success closes itself after a while. */
export function OutcomeMessage({ outcome, onClose }: ShownOutcome) {
  const say = useSay();
  useEffect(() => {
    if (outcome.isProblem) return;
    const timer = setTimeout(onClose, outcome.remedy ? STAYS_WITH_REMEDY : STAYS);
    return () => clearTimeout(timer);
  }, [outcome, onClose]);
  return (
    <MessageBar intent={outcome.isProblem ? "error" : "success"} layout="multiline">
      <MessageBarBody>{say(outcome.words)}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            icon={<span aria-hidden="true">✕</span>}
            aria-label={say(paneTexts.close)}
            onClick={onClose}
          />
        }
      >
        {outcome.remedy && (
          <Button size="small" onClick={outcome.remedy.onTake}>
            {say(outcome.remedy.words)}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
