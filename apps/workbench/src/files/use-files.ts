import type { Words } from "@sevenstar/core/cells/words";
import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import { useCallback, useState } from "react";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import type { FileNotice } from "./file-notice.ts";
import { FileProblem } from "./imported-file.ts";
import { readingWords } from "./reading-words.ts";

const writing: Words = { zh: "正在生成 .xlsx…", en: "Making the .xlsx…" };

/** Imports files into new sheets and exports the workbook; one at a time, told by a notice. */
export function useFiles(workbook: OpenWorkbook | undefined) {
  const [notice, setNotice] = useState<FileNotice>();
  const isBusy = notice?.kind === "progress" || notice?.kind === "question";

  const run = useCallback(
    async (task: (open: OpenWorkbook) => Promise<void>) => {
      if (!workbook) return;
      try {
        await task(workbook);
      } catch (error) {
        if (!(error instanceof FileProblem)) console.error(error);
        const reason = error instanceof Error ? error.message : String(error);
        setNotice({
          kind: "problem",
          words: [
            error instanceof FileProblem
              ? error.words
              : {
                  zh: `没有成功，请再试一次；原来的表没有变。原因：${reason}`,
                  en: `It did not succeed, please try again; the sheets are as they were. Reason: ${reason}`,
                },
          ],
        });
      }
    },
    [workbook],
  );

  const importFiles = (files: readonly File[]) =>
    run(async (open) => {
      const { importFile } = await loadPart(() => import("./import-file.ts"));
      for (const file of files) {
        setNotice({ kind: "progress", words: [readingWords(file.name)] });
        setNotice(await importFile(open, file, setNotice));
      }
    });
  const exportWorkbook = () =>
    run(async (open) => {
      setNotice({ kind: "progress", words: [writing] });
      const { saveWorkbook } = await loadPart(() => import("./save-workbook.ts"));
      setNotice(await saveWorkbook(open));
    });
  return { notice, isBusy, importFiles, exportWorkbook, dismiss: () => setNotice(undefined) };
}
