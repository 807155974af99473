import { useEffect, useRef } from "react";
import type { FileCell, ImportedSheet } from "./files/imported-file.ts";
import type { ImportChoice, ImportPreview } from "./files/use-files.ts";

/** How many rows of the table are shown. */
const SHOWN = 8;

/** What a recognised export becomes, before anything is written: the tidied table, the sheet as it is, or nothing. */
export function ImportPreviewDialog({ preview }: { readonly preview: ImportPreview }) {
  const { tidied, onChoice } = preview;
  const { sheet, steps, summary, warnings } = tidied;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector<HTMLButtonElement>("button.first")?.focus();
  }, []);
  const button = (choice: ImportChoice, words: string, look: string) => (
    <button type="button" className={look} onClick={() => onChoice(choice)}>
      {words}
    </button>
  );
  const [header = [], ...rows] = sheet.rows;
  return (
    <dialog
      ref={dialog}
      className="preview"
      aria-labelledby="preview-title"
      onCancel={(event) => {
        event.preventDefault();
        onChoice("nothing");
      }}
    >
      <h2 id="preview-title">{summary}</h2>
      <p>整理后导入会这样做（原文件不变）：</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <ul className="warnings" aria-label="请留意">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className="table" aria-label="整理后的前几行" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {header.map((name, column) => (
                <th key={`${column} ${name}`} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row, index) => (
              <tr key={`${index} ${row[0]}`}>
                {row.map((cell, column) => (
                  <td
                    key={`${column} ${header[column]}`}
                    className={typeof cell === "number" ? "number" : ""}
                  >
                    {shown(sheet, cell, index + 1, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="quiet">
        共 {rows.length.toLocaleString("en")} 行，显示前 {Math.min(SHOWN, rows.length)} 行。
      </p>
      <div className="actions">
        {button("tidied", "整理后导入", "button first")}
        {button("asItIs", "原样导入", "button")}
        {button("nothing", "取消", "button")}
      </div>
    </dialog>
  );
}

/** A cell as the grid will show it. */
function shown(
  { dates, percentages = [] }: ImportedSheet,
  cell: FileCell,
  row: number,
  column: number,
): string {
  if (typeof cell !== "number") return String(cell ?? "");
  const date = dates.find((each) => each.row === row && each.column === column);
  if (date) {
    const text = new Date(Math.round((cell - 25_569) * 86_400_000)).toISOString();
    return date.hasTime ? text.slice(0, 19).replace("T", " ") : text.slice(0, 10);
  }
  return percentages.includes(column) ? `${(cell * 100).toFixed(2)}%` : String(cell);
}
