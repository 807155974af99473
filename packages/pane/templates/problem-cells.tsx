import { Button } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { useSay } from "../shell/language-context.ts";
import type { CellProblem } from "./linked-table.ts";
import { templateTexts } from "./template-texts.ts";

const texts = {
  wrongCells: { zh: "这些格子有误，请改正后再试：", en: "These cells are wrong; mend them and try again: " },
  goTo: { zh: "去看", en: "Go to" },
} as const satisfies Record<string, Words>;

/** More problems than these are counted, not shown. */
const MOST_SHOWN = 50;

interface ProblemCellsProps {
  readonly problems: readonly CellProblem[];
  readonly host: SheetHost;
}

/** What is wrong with a range, cell by cell; a press goes to the cell. */
export function ProblemCells({ problems, host }: ProblemCellsProps) {
  const say = useSay();
  const rest = problems.length - MOST_SHOWN;
  return (
    <section aria-label={say(texts.wrongCells)}>
      <strong>{say(texts.wrongCells)}</strong>
      <ul style={{ margin: 0, paddingInlineStart: "16px" }}>
        {problems.slice(0, MOST_SHOWN).map(({ sentence, sheet, cell }) => (
          <li key={`${cell} ${sentence}`}>
            {sentence}{" "}
            <Button
              size="small"
              onClick={() => void host.showSheet(sheet, cell)}
            >{`${say(texts.goTo)} ${cell}`}</Button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{`${say(templateTexts.notShown)}${rest}`}</p>}
    </section>
  );
}
