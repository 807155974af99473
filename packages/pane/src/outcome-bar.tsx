import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/functions/quantity";
import { type Language, paneTexts } from "./pane-texts.ts";

/** What came of something that the merchant did. */
export interface Outcome {
  readonly isProblem: boolean;
  readonly sentence: string;
  /** A way to take it back. */
  readonly remedy?: { readonly words: Words; readonly onTake: () => void };
}

const useStyles = makeStyles({ bar: { position: "sticky", bottom: "8px", zIndex: 1 } });

interface OutcomeBarProps {
  readonly outcome: Outcome | undefined;
  readonly language: Language;
  readonly onClose: () => void;
}

/** The last outcome at the pane's foot, told to screen readers as it comes. */
export function OutcomeBar({ outcome, language, onClose }: OutcomeBarProps) {
  const styles = useStyles();
  return (
    <div className={styles.bar} role={outcome?.isProblem ? "alert" : "status"}>
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
