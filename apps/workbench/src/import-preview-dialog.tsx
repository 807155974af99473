import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "@sevenstar/pane/shell/language-context.ts";
import { useEffect, useRef } from "react";
import type { ImportChoice, ImportPreview } from "./files/file-notice.ts";
import type { FileCell, ImportedSheet } from "./files/imported-file.ts";

/** How many rows of the table are shown. */
const SHOWN = 8;

const texts = {
  steps: {
    zh: "整理后导入会这样做（原文件不变）：",
    en: "Tidied, it is imported like this (the file stays as it is):",
  },
  warnings: { zh: "请留意", en: "Please note" },
  firstRows: { zh: "整理后的前几行", en: "The first rows, tidied" },
  shown(rows: number): Words {
    const [all, first] = [rows.toLocaleString("en"), Math.min(SHOWN, rows)];
    return {
      zh: `共 ${all} 行，显示前 ${first} 行。`,
      en: `${all} rows, of which the first ${first} are shown.`,
    };
  },
  tidied: { zh: "整理后导入", en: "Import tidied" },
  asItIs: { zh: "原样导入", en: "Import as it is" },
  cancel: { zh: "取消", en: "Cancel" },
};

/** What a recognised export becomes, before anything is written: the tidied table, the sheet as it is, or nothing. */
export function ImportPreviewDialog({ preview }: { readonly preview: ImportPreview }) {
  const say = useSay();
  const { tidied, onChoice } = preview;
  const { sheet, steps, summary, warnings } = tidied;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector<HTMLButtonElement>("button.first")?.focus();
  }, []);
  const button = (choice: ImportChoice, words: Words, look: string) => (
    <button type="button" className={look} onClick={() => onChoice(choice)}>
      {say(words)}
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
      <h2 id="preview-title">{say(summary)}</h2>
      <p>{say(texts.steps)}</p>
      <ul>
        {steps.map((step) => (
          <li key={step.zh}>{say(step)}</li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <ul className="warnings" aria-label={say(texts.warnings)}>
          {warnings.map((warning) => (
            <li key={warning.zh}>{say(warning)}</li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className="table" aria-label={say(texts.firstRows)} tabIndex={0}>
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
      <p className="quiet">{say(texts.shown(rows.length))}</p>
      <div className="actions">
        {button("tidied", texts.tidied, "button first")}
        {button("asItIs", texts.asItIs, "button")}
        {button("nothing", texts.cancel, "button")}
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
