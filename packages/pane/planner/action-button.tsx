import { Button, type ButtonProps } from "@fluentui/react-components";
import { useState } from "react";
import { useSay } from "../shell/language-context.ts";
import { ariaKey } from "./action-keys.ts";
import type { PlannerAction } from "./define-action.ts";
import { usePlannerActions, usePlannerOfYear } from "./planner-context.ts";

interface ActionButtonProps extends Pick<ButtonProps, "appearance" | "className"> {
  readonly action: PlannerAction;
}

/** The button of an action, which is disabled while it cannot be done or is being done. */
export function ActionButton({ action, ...look }: ActionButtonProps) {
  const { words, help, title, keys } = action;
  const planner = usePlannerOfYear();
  const actions = usePlannerActions();
  const say = useSay();
  const [isBusy, setIsBusy] = useState(false);
  const isOff = isBusy || !action.isEnabled(planner);
  const run = async () => {
    setIsBusy(true);
    await action.run(planner, actions);
    setIsBusy(false);
  };
  return (
    <Button
      {...look}
      size="small"
      disabledFocusable={isOff}
      title={say(title?.(planner) ?? help)}
      {...(title ? { "aria-label": say(title(planner)) } : {})}
      {...(keys.length > 0 ? { "aria-keyshortcuts": keys.map(ariaKey).join(" ") } : {})}
      onClick={() => isOff || run()}
    >
      {say(words)}
    </Button>
  );
}
