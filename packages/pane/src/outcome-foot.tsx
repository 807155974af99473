import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from "@fluentui/react-components";
import { useEffect } from "react";
import type { ShownOutcome } from "./outcome-context.ts";
import { type Language, paneTexts } from "./pane-texts.ts";

/** So long a success stays, in milliseconds, and one that can be taken back; a problem stays until it is closed. */
const STAYS = 10_000;
const STAYS_WITH_REMEDY = 30_000;

const useStyles = makeStyles({
  // Below what scrolls, not over it: an outcome never covers a control.
  foot: { flex: "0 0 auto", maxHeight: "45%", overflowY: "auto" },
});

interface OutcomeFootProps {
  readonly shown: ShownOutcome | undefined;
  readonly language: Language;
}

/** The last outcome below what the pane shows, told to screen readers as it comes. */
export function OutcomeFoot({ shown, language }: OutcomeFootProps) {
  const styles = useStyles();
  const { outcome, onClose } = shown ?? {};
  useEffect(() => {
    if (!outcome || !onClose || outcome.isProblem) return;
    const timer = setTimeout(onClose, outcome.remedy ? STAYS_WITH_REMEDY : STAYS);
    return () => clearTimeout(timer);
  }, [outcome, onClose]);
  return (
    <div className={styles.foot} role={outcome?.isProblem ? "alert" : "status"}>
      {outcome && (
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
      )}
    </div>
  );
}
