import type { Words } from "@sevenstar/core/cells/words";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { addSheet } from "./add-sheet.ts";
import type { FileNotice, ImportChoice } from "./file-notice.ts";
import { runFileTask } from "./file-task.ts";
import type { ImportedSheet, TidiedSheet } from "./imported-file.ts";
import { insertChecks } from "./insert-checks.ts";
import { painted } from "./painted.ts";
import { readingWords } from "./reading-words.ts";
import { type RecognisedListing, recogniseListing } from "./recognise-listing.ts";
import { addDocuments } from "./workbook-documents.ts";

const count = (value: number) => value.toLocaleString("en");
const computing = (rows: number): Words => ({
  zh: `正在计算 ${count(rows)} 行…`,
  en: `Computing ${count(rows)} rows…`,
});

/** Reads a file into new sheets and gives what was recognised; refused with a FileProblem. */
export async function importFile(
  workbook: OpenWorkbook,
  file: File,
  onNotice: (notice: FileNotice) => void,
): Promise<FileNotice> {
  const done = await runFileTask({ kind: "read", file }, (share) =>
    onNotice({ kind: "progress", words: [readingWords(file.name)], share }),
  );
  if (!("read" in done)) throw new Error("the worker read nothing");
  const { sheets, tidied, encoding, customXml } = done.read;
  const sentences: Words[] = [];
  let insert: (() => void) | undefined;
  for (const [index, asItIs] of sheets.entries()) {
    const tidy = tidied[index];
    const choice = tidy ? await choose(file.name, tidy, onNotice) : "asItIs";
    if (choice === "nothing") {
      sentences.push({ zh: `没有导入“${asItIs.name}”。`, en: `“${asItIs.name}” was not imported.` });
      continue;
    }
    const sheet = tidy && choice === "tidied" ? tidy.sheet : asItIs;
    onNotice({
      kind: "progress",
      words: [
        {
          zh: `正在把 ${sizeWords(sheet.rows.length, sheet).zh}放进新表…`,
          en: `Putting ${sizeWords(sheet.rows.length, sheet).en} into a new sheet…`,
        },
      ],
    });
    await painted();
    if (tidy) {
      const { name } = addSheet(workbook, sheet, choice === "tidied" ? 0 : undefined);
      const asItWas = { zh: `已原样导入“${name}”。`, en: `“${name}” was imported as it is.` };
      sentences.push(...(choice === "tidied" ? tidiedSentences(name, tidy) : [asItWas]));
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
    words: sentences,
    ...(insert ? { insertChecks: insert } : {}),
  };
}

/** Shows what a sheet becomes and waits for what to do with it. */
const choose = (file: string, tidied: TidiedSheet, onNotice: (notice: FileNotice) => void) =>
  new Promise<ImportChoice>((resolve) => {
    onNotice({
      kind: "question",
      words: [{ zh: `“${file}”：${tidied.summary.zh}。`, en: `“${file}”: ${tidied.summary.en}.` }],
      preview: { tidied, onChoice: resolve },
    });
  });

/** Rows and columns in words. */
const sizeWords = (rows: number, { columnCount }: ImportedSheet): Words => ({
  zh: `${count(rows)} 行 × ${columnCount} 列`,
  en: `${count(rows)} rows × ${columnCount} columns`,
});

function tidiedSentences(name: string, { sheet, summary, warnings }: TidiedSheet): Words[] {
  const size = sizeWords(sheet.rows.length - 1, sheet);
  return [
    {
      zh: `已导入“${name}”：${size.zh}（${summary.zh}）。`,
      en: `Imported “${name}”: ${size.en} (${summary.en}).`,
    },
    ...warnings,
  ];
}

async function insertSlowly(
  workbook: OpenWorkbook,
  sheetId: string,
  sheet: ImportedSheet,
  listing: RecognisedListing,
  onNotice: (notice: FileNotice) => void,
): Promise<void> {
  onNotice({ kind: "progress", words: [computing(sheet.rows.length)] });
  await painted();
  try {
    const address = insertChecks(workbook, sheetId, sheet, listing);
    await workbook.api.getFormula().onCalculationResultApplied();
    onNotice({
      kind: "done",
      words: [
        {
          zh: `已在 ${address} 右边写入 TITLELEN（标题长度）和 SEVENSTARCHECK（七星体检）。`,
          en: `Written from ${address} to the right: TITLELEN (the title's length) and SEVENSTARCHECK (the seven-star check).`,
        },
      ],
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    onNotice({
      kind: "problem",
      words: [{ zh: `公式没有写入：${reason}`, en: `The formulas were not written: ${reason}` }],
    });
  }
}

function sheetSentence(
  name: string,
  sheet: ImportedSheet,
  listing: RecognisedListing | undefined,
  encoding: string | null,
): Words {
  const skipped = (listing?.headerRow ?? 0) + (listing ? 1 : 0);
  const size = sizeWords(sheet.rows.length - skipped, sheet);
  const head = {
    zh: `已导入“${name}”：${size.zh}${encoding ? `，编码 ${encoding}` : ""}。`,
    en: `Imported “${name}”: ${size.en}${encoding ? `, encoding ${encoding}` : ""}.`,
  };
  if (!listing) {
    return {
      zh: `${head.zh}没有认出商品列；要做七星体检，请在表头写上“商品标题”等列名。`,
      en: `${head.en} No listing columns were recognised: for a seven-star check give the columns headers such as “商品标题”.`,
    };
  }
  const { found, missing } = listing;
  const lacking =
    missing.length === 0
      ? { zh: "七星体检需要的列都有了。", en: "The seven-star check has every column that it needs." }
      : {
          zh: `七星体检还缺：${missing.join("、")}（缺的项显示“未知”）。`,
          en: `The seven-star check lacks ${missing.join(", ")} (shown as unknown).`,
        };
  return {
    zh: `${head.zh}认出的商品列：${found.join("、")}。${lacking.zh}`,
    en: `${head.en} Listing columns: ${found.join(", ")}. ${lacking.en}`,
  };
}
