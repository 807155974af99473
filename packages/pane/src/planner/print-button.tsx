import { Button } from "@fluentui/react-components";
import type { RefObject } from "react";
import { usePlanner } from "./planner-context.ts";
import { plannerTexts } from "./planner-texts.ts";
import { printElement } from "./print-element.ts";

interface PrintButtonProps {
  readonly of: RefObject<HTMLElement | null>;
  readonly title: string;
}

/** Prints a view by itself. */
export function PrintButton({ of, title }: PrintButtonProps) {
  const { say, tell } = usePlanner();
  const print = async () => {
    if (!of.current || (await printElement(of.current, title))) return;
    tell({ isProblem: true, words: plannerTexts.printRefused });
  };
  return (
    <Button size="small" onClick={print}>
      {say(plannerTexts.print)}
    </Button>
  );
}
