import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import type { FileNotice } from "./file-notice.ts";
import { runFileTask } from "./file-task.ts";
import { painted } from "./painted.ts";
import { workbookDocuments } from "./workbook-documents.ts";
import { workbookSheets } from "./workbook-sheets.ts";

const FILE_NAME = "七星表格.xlsx";

/** Has the browser download the workbook as an .xlsx. */
export async function saveWorkbook(workbook: OpenWorkbook): Promise<FileNotice> {
  await painted();
  const done = await runFileTask({
    kind: "write",
    ...workbookSheets(workbook),
    documents: workbookDocuments(workbook),
  });
  if (!("written" in done)) throw new Error("the worker wrote nothing");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([done.written as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  const size = Math.max(1, Math.round(done.written.length / 1024)).toLocaleString("en");
  return {
    kind: "done",
    words: [
      {
        zh: `已导出“${FILE_NAME}”（${size} kB），公式和数值都在里面；在 Excel 里装上七星表格加载项后公式继续可用。`,
        en: `Exported “${FILE_NAME}” (${size} kB) with formulas and values; the formulas work on in Excel with the SevenStar add-in.`,
      },
    ],
  };
}
