import { brokenXlsx, emptyFile, FileProblem, type ImportedFile, LIMITS } from "./imported-file.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** Reads a file by what is in it, whatever its name says; refuses with a FileProblem. */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  onProgress: (share: number) => void,
): Promise<ImportedFile> {
  if (bytes.length === 0) throw new FileProblem(emptyFile);
  if (bytes.length > LIMITS.bytes) {
    const [size, most] = [Math.ceil(bytes.length / 1_000_000), LIMITS.bytes / 1_000_000];
    throw new FileProblem({
      zh: `文件太大（${size} MB），最多 ${most} MB，请拆成几个文件再导入。`,
      en: `The file is too large (${size} MB), at most ${most} MB: split it.`,
    });
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileProblem({
      zh: "这是旧版 .xls 或加了密码的文件，请在 Excel 里去掉密码，另存为“Excel 工作簿（.xlsx）”再导入。",
      en: "This is an old .xls or has a password: take the password off in Excel, save it as an .xlsx and import that.",
    });
  }
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  if (/\.(?:xlsx|xlsm)$/i.test(fileName)) {
    throw new FileProblem(brokenXlsx);
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw new FileProblem({
      zh: "这是 PDF 文件，请选择 .csv 或 .xlsx 文件。",
      en: "This is a PDF: choose a .csv or .xlsx.",
    });
  }
  return readCsv(bytes, fileName.replace(/\.[^.]*$/, ""), onProgress);
}
