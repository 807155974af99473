import type { SheetHost, WrittenSheet } from "../../sheet-host/sheet-host.ts";
import { chineseOnly } from "../../shell/chinese-only.ts";
import type { Outcome } from "../../shell/outcome-context.ts";

/** Writes a page into the workbook and shows it; gives what is to be told. */
export async function writePage(host: SheetHost, page: WrittenSheet): Promise<Outcome> {
  const { name } = page;
  const answer = await host.writeSheet(page);
  if ("problem" in answer) return { isProblem: true, words: chineseOnly(answer.problem) };
  await host.showSheet(name);
  const words = { zh: `已写入工作表“${name}”。`, en: `Written to the sheet “${name}”.` };
  return { isProblem: false, words };
}
