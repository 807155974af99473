import { defineAction } from "../define-action.ts";

const refused = {
  zh: "这里不能直接打印，请在“表格”里写入月历工作表后用 Excel 打印。",
  en: "Printing is not possible here: write the month calendar into the workbook under “Sheets” and print it there.",
};

/** Prints the view on show by itself. */
export const printView = defineAction({
  id: "print-view",
  words: { zh: "打印", en: "Print" },
  help: { zh: "只打印这一个视图", en: "Print this view by itself" },
  keys: ["Ctrl+P"],
  needs: "plan",
  isEnabled: ({ view }) => view.printTitle !== undefined,
  async run(planner, actions) {
    const title = planner.view.printTitle?.(planner);
    if (!title || (await actions.print(title))) return undefined;
    return { isProblem: true, words: refused };
  },
});
