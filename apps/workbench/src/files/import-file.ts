import type { OpenWorkbook } from "../../univer/start-univer.ts";
import { addSheet } from "./add-sheet.ts";
import { runFileTask } from "./file-task.ts";
import type { ImportedSheet, TidiedSheet } from "./imported-file.ts";
import { insertChecks } from "./insert-checks.ts";
import { painted } from "./painted.ts";
import { type RecognisedListing, recogniseListing } from "./recognise-listing.ts";
import type { FileNotice, ImportChoice } from "./use-files.ts";
import { addDocuments } from "./workbook-documents.ts";

const count = (value: number) => value.toLocaleString("en");

/** Reads a file into new sheets and gives what was recognised; refused with a FileProblem. */
export async function importFile(
  workbook: OpenWorkbook,
  file: File,
  onNotice: (notice: FileNotice) => void,
): Promise<FileNotice> {
  const done = await runFileTask({ kind: "read", file }, (share) =>
    onNotice({ kind: "progress", text: `正在读取“${file.name}”…`, share }),
  );
  if (!("read" in done)) throw new Error("没有读到内容");
  const { sheets, tidied, encoding, customXml } = done.read;
  const sentences: string[] = [];
  let insert: (() => void) | undefined;
  for (const [index, asItIs] of sheets.entries()) {
    const tidy = tidied[index];
    const choice = tidy ? await choose(file.name, tidy, onNotice) : "asItIs";
    if (choice === "nothing") {
      sentences.push(`没有导入“${asItIs.name}”。`);
      continue;
    }
    const sheet = tidy && choice === "tidied" ? tidy.sheet : asItIs;
    onNotice({
      kind: "progress",
      text: `正在把 ${count(sheet.rows.length)} 行 × ${sheet.columnCount} 列放进新表…`,
    });
    await painted();
    if (tidy) {
      const { name } = addSheet(workbook, sheet, choice === "tidied" ? 0 : undefined);
      sentences.push(choice === "tidied" ? tidiedSentence(name, tidy) : `已原样导入“${name}”。`);
      continue;
    }
    const listing = recogniseListing(sheet);
    const added = addSheet(workbook, sheet, listing?.headerRow);
    sentences.push(sheetSentence(added.name, sheet, listing, encoding));
    if (listing && sheet.rows.length > listing.headerRow + 1) {
      insert ??= () => {
        void insertSlowly(workbook, added.id, sheet, listing, onNotice);
      };
    }
  }
  addDocuments(workbook, customXml);
  return {
    kind: "done",
    text: sentences.join("\n"),
    ...(insert ? { insertChecks: insert } : {}),
  };
}

/** Shows what a sheet becomes and waits for what to do with it. */
const choose = (file: string, tidied: TidiedSheet, onNotice: (notice: FileNotice) => void) =>
  new Promise<ImportChoice>((resolve) => {
    onNotice({
      kind: "question",
      text: `“${file}”：${tidied.summary}。`,
      preview: { tidied, onChoice: resolve },
    });
  });

function tidiedSentence(name: string, { sheet, summary, warnings }: TidiedSheet): string {
  const size = `${count(sheet.rows.length - 1)} 行 × ${sheet.columnCount} 列`;
  return [`已导入“${name}”：${size}（${summary}）。`, ...warnings].join("\n");
}

async function insertSlowly(
  workbook: OpenWorkbook,
  sheetId: string,
  sheet: ImportedSheet,
  listing: RecognisedListing,
  onNotice: (notice: FileNotice) => void,
): Promise<void> {
  onNotice({ kind: "progress", text: `正在计算 ${count(sheet.rows.length)} 行…` });
  await painted();
  try {
    const address = insertChecks(workbook, sheetId, sheet, listing);
    await workbook.api.getFormula().onCalculationResultApplied();
    onNotice({
      kind: "done",
      text: `已在 ${address} 右边写入 TITLELEN（标题长度）和 SEVENSTARCHECK（七星体检）。`,
    });
  } catch (error) {
    onNotice({
      kind: "problem",
      text: `公式没有写入：${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

function sheetSentence(
  name: string,
  sheet: ImportedSheet,
  listing: RecognisedListing | undefined,
  encoding: string | null,
): string {
  const skipped = (listing?.headerRow ?? 0) + (listing ? 1 : 0);
  const size = `${count(sheet.rows.length - skipped)} 行 × ${sheet.columnCount} 列`;
  const head = `已导入“${name}”：${size}${encoding ? `，编码 ${encoding}` : ""}。`;
  if (!listing) return `${head}没有认出商品列；要做七星体检，请在表头写上“商品标题”等列名。`;
  const found = `认出的商品列：${listing.found.join("、")}。`;
  const missing =
    listing.missing.length === 0
      ? "七星体检需要的列都有了。"
      : `七星体检还缺：${listing.missing.join("、")}（缺的项显示“未知”）。`;
  return `${head}${found}${missing}`;
}
