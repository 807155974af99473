import { Button } from "@fluentui/react-components";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import type { CellProblem } from "./linked-table.ts";
import type { TemplateText } from "./template-texts.ts";

/** More problems than these are counted, not shown. */
const MOST_SHOWN = 50;

interface ProblemCellsProps {
  readonly problems: readonly CellProblem[];
  readonly host: SheetHost;
  readonly text: TemplateText;
}

/** What is wrong with a range, cell by cell; a press goes to the cell. */
export function ProblemCells({ problems, host, text }: ProblemCellsProps) {
  const rest = problems.length - MOST_SHOWN;
  return (
    <section aria-label={text("wrongCells")}>
      <strong>{text("wrongCells")}</strong>
      <ul style={{ margin: 0, paddingInlineStart: "16px" }}>
        {problems.slice(0, MOST_SHOWN).map(({ sentence, sheet, cell }) => (
          <li key={`${cell} ${sentence}`}>
            {sentence}{" "}
            <Button
              size="small"
              onClick={() => void host.showSheet(sheet, cell)}
            >{`${text("goTo")} ${cell}`}</Button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{`${text("notShown")}${rest}`}</p>}
    </section>
  );
}
