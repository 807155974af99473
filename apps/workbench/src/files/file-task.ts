import type { Words } from "@sevenstar/core/cells/words";
import type { WriteSheet } from "hucre/xlsx";
import { FileProblem, type RecognisedFile } from "./imported-file.ts";

/** What the file worker is asked: to read a file, or to write a workbook as an .xlsx. */
export type FileTask =
  | { readonly kind: "read"; readonly file: File }
  | {
      readonly kind: "write";
      readonly sheets: readonly WriteSheet[];
      readonly activeSheet: number;
      /** The documents that go with the workbook, each as the XML of a custom part. */
      readonly documents: readonly string[];
    };

/** What it answers: any number of shares done, then a result or a sentence for the merchant. */
export type FileReply =
  | { readonly share: number }
  | { readonly read: RecognisedFile }
  | { readonly written: Uint8Array }
  | { readonly problem: Words };

type Result = Exclude<FileReply, { share: number } | { problem: string }>;

/** Has a task done beside the page, which stays usable meanwhile; refused with a FileProblem. */
export function runFileTask(task: FileTask, onProgress?: (share: number) => void): Promise<Result> {
  const worker = new Worker(new URL("./file-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<FileReply>) => {
      if ("share" in data) onProgress?.(data.share);
      else if ("problem" in data) reject(new FileProblem(data.problem));
      else resolve(data);
    });
    worker.addEventListener("error", ({ message }) => {
      const words = {
        zh: `文件没有处理成功，请刷新本页再试（${message || "内存不够"}）。`,
        en: `The file was not processed: reload the page and try again (${message || "not enough memory"}).`,
      };
      reject(new FileProblem(words));
    });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
