import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import { knownRates } from "@sevenstar/core/payment/known-rates";
import { functionCard } from "@sevenstar/pane/functions/function-card.ts";
import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";

const USE = [
  "1. “商品体检”表：右边是商品数据，左边是星级、每一项是否通过和改进建议。把“支持网上订购”由“是”改成“否”，七星马上变六星。",
  "2. “收款测算”表：浅黄色的格子可以改，手续费、到账金额和到账日马上重算。",
  "3. “同类分析”“选品测款”“店铺诊断”“账期管理”“活动日历”“业务线与模式”表：浅黄色的格子换成自己的数据，蓝色表头下的结果马上重算。",
  "4. 用自己的数据：点上方“导入”，或把 .csv、.xlsx 文件拖进来；内容放进一张新表，原来的表不动。导入后可以一键插入体检公式。",
  "5. 排序：选中那一列里的一格，右击（手机上点上方“排序”），选“升序排序”或“降序排序”；整行一起动，标题行不动。",
  "6. 自己写公式：在空格里输入 =SEVENSTAR( 会出现中文说明；右边窗格的“函数”可以搜索和插入例子。",
  "7. 右边窗格的“活动日历”安排全年活动；“模板”让全队共用费率、规则和计划。",
  "8. 点“导出”得到 .xlsx，公式和数值都在里面；在 Excel 里装上七星表格加载项后公式继续可用。",
];

const NOTES = [
  "表格自动保存在这个浏览器里（右下角会写明），不会上传；换电脑、清除浏览数据前请先导出。点“恢复示例数据”回到示例，再点“换回我的表格”回来。",
  "样例商品和订单都是虚构的。",
  "七星的七个项目来自《1688商家成长宝典》；“一项一星、各项同权”和“标题用满九成”是我们的假设，可以用自己的规则表替换。",
  `有公开依据的卖家费率只有${knownRates("zh")}；其他方式显示 #N/A 或“未知”，绝不当作 0。把自己的费率表作为公式的最后一个参数即可计算。`,
  "“未知”不是“不合格”：缺一列或者格子空着，就显示未知，并说明要补哪一列。",
  "出错的格子（#VALUE!、#N/A）：点一下，原因和办法写在页面下方；右下角会列出本表所有出错的格子。",
];

/** 说明: what this is, how to use it, which functions there are, and what it does not know. */
export function aboutSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("about", "说明");
  const wide = isNarrow ? 280 : 620;
  let row = 0;
  const paragraph = (text: string) => {
    sheet.put(row, 0, text, "wrapped");
    sheet.height(row, linesOf(text, wide) * 20 + 6);
    row += 1;
  };
  const heading = (text: string) => {
    sheet.put(row, 0, text, "section");
    sheet.height(row, 32);
    row += 1;
  };
  sheet.put(row++, 0, "七星表格工作台 SevenStar Workbench", "title");
  paragraph("给 1688 商家的表格函数：商品离七星还差什么，每种收款方式到手多少。不用安装 Excel，不用登录。");
  heading("怎么用 How to use");
  USE.forEach(paragraph);
  heading("请留意 Please note");
  NOTES.forEach(paragraph);
  heading("函数 Functions");
  for (const { id, summary, example } of describedCatalogue.map(functionCard)) {
    paragraph(`${id}：${summary.zh}`);
    if (example.length <= 80) {
      sheet.put(row, 0, `例 ${example}`, "code");
      sheet.height(row, linesOf(example, wide) * 20 + 6);
      row += 1;
    }
  }
  sheet.widths(0, [wide]);
  sheet.height(0, 36);
  return { ...sheet.done(), showGridlines: 0 };
}

/** How many lines a text takes in a column of this many pixels. */
function linesOf(text: string, width: number): number {
  const wanted = [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x80 ? 8 : 15.2), 0);
  return Math.ceil(wanted / (width - 12));
}
