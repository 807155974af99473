import { Button } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { memo, type RefObject } from "react";
import { printElement } from "../../browser/print-element.ts";
import { usePlannerActions } from "../planner-context.ts";

const texts = {
  print: { zh: "打印", en: "Print" },
  printRefused: {
    zh: "这里不能直接打印，请在“表格”里写入月历工作表后用 Excel 打印。",
    en: "Printing is not possible here: write the month calendar into the workbook under “Sheets” and print it there.",
  },
} as const satisfies Record<string, Words>;

interface PrintButtonProps {
  readonly of: RefObject<HTMLElement | null>;
  readonly title: string;
}

/** Prints a view by itself. */
export const PrintButton = memo(function PrintButton({ of, title }: PrintButtonProps) {
  const { say, tell } = usePlannerActions();
  const print = async () => {
    if (!of.current || (await printElement(of.current, title))) return;
    tell({ isProblem: true, words: texts.printRefused });
  };
  return (
    <Button size="small" onClick={print}>
      {say(texts.print)}
    </Button>
  );
});
