import { useContext, useEffect, useRef } from "react";
import { type Outcome, OutcomeContext } from "./outcome-context.ts";

interface OutcomeBarProps {
  readonly outcome: Outcome | undefined;
  readonly onClose: () => void;
}

/** Has the pane's foot show the last outcome as long as this is there. */
export function OutcomeBar({ outcome, onClose }: OutcomeBarProps) {
  const show = useContext(OutcomeContext);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    show(outcome && { outcome, onClose: () => close.current() });
    return () => show(undefined);
  }, [show, outcome]);
  return null;
}
