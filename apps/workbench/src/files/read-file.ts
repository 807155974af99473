import { FileProblem, type ImportedFile, LIMITS } from "./imported-file.ts";
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
  if (bytes.length === 0) throw new FileProblem("文件是空的，没有可以导入的内容。");
  if (bytes.length > LIMITS.bytes) {
    throw new FileProblem(
      `文件太大（${Math.ceil(bytes.length / 1_000_000)} MB），最多 ${LIMITS.bytes / 1_000_000} MB，请拆成几个文件再导入。`,
    );
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileProblem(
      "这是旧版 .xls 或加了密码的文件，请在 Excel 里去掉密码，另存为“Excel 工作簿（.xlsx）”再导入。",
    );
  }
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  if (/\.(?:xlsx|xlsm)$/i.test(fileName)) {
    throw new FileProblem("这个 .xlsx 文件已损坏或不完整，打不开；请在 Excel 里打开并另存一份再导入。");
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw new FileProblem("这是 PDF 文件，请选择 .csv 或 .xlsx 文件。");
  }
  return readCsv(bytes, fileName.replace(/\.[^.]*$/, ""), onProgress);
}
