import { writeXlsx } from "hucre/xlsx";
import { addCustomXml } from "./custom-xml.ts";
import type { FileReply, FileTask } from "./file-task.ts";
import { FileProblem } from "./imported-file.ts";
import { readFile } from "./read-file.ts";
import { tidiedSheet } from "./recognise-sheet.ts";

const reply = (message: FileReply, transfer: Transferable[] = []) => postMessage(message, { transfer });

addEventListener("message", ({ data }: MessageEvent<FileTask>) => {
  run(data).catch((error: unknown) => {
    if (!(error instanceof FileProblem)) console.error(error);
    reply({
      problem:
        error instanceof FileProblem
          ? error.words
          : {
              zh: `文件没有处理成功，请再试一次（${String(error)}）。`,
              en: `The file was not processed, please try again (${String(error)}).`,
            },
    });
  });
});

async function run(task: FileTask): Promise<void> {
  if (task.kind === "read") {
    const bytes = new Uint8Array(await task.file.arrayBuffer());
    const file = await readFile(bytes, task.file.name, (share) => reply({ share }));
    reply({ read: { ...file, tidied: file.sheets.map(tidiedSheet) } });
    return;
  }
  const sheets = await writeXlsx({ sheets: [...task.sheets], activeSheet: task.activeSheet });
  const written = await addCustomXml(sheets, task.documents);
  reply({ written }, [written.buffer]);
}
