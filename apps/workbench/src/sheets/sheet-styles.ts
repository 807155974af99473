import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from "@univerjs/core";

const MIDDLE = { vt: VerticalAlign.MIDDLE };
const BOLD = { bl: BooleanNumber.TRUE };

/** The looks of the cells of our own sheets, by name. */
export const sheetStyles = {
  title: { fs: 16, ...BOLD, ...MIDDLE },
  hint: { cl: { rgb: "#595959" }, ...MIDDLE },
  result: { bg: { rgb: "#0f548c" }, cl: { rgb: "#ffffff" }, ...BOLD, ...MIDDLE, tb: WrapStrategy.WRAP },
  data: { bg: { rgb: "#e5ecf3" }, ...BOLD, ...MIDDLE, tb: WrapStrategy.WRAP },
  section: { fs: 13, ...BOLD, ...MIDDLE },
  input: { bg: { rgb: "#fff8e1" }, ...MIDDLE },
  inputMoney: { bg: { rgb: "#fff8e1" }, n: { pattern: "#,##0.00" }, ...MIDDLE },
  inputWhole: { bg: { rgb: "#fff8e1" }, n: { pattern: "#,##0" }, ht: HorizontalAlign.RIGHT, ...MIDDLE },
  inputDate: {
    bg: { rgb: "#fff8e1" },
    n: { pattern: "yyyy-mm-dd" },
    ht: HorizontalAlign.CENTER,
    ...MIDDLE,
  },
  inputPercent: { bg: { rgb: "#fff8e1" }, n: { pattern: "0.0%" }, ...MIDDLE },
  text: { n: { pattern: "@" }, ...MIDDLE },
  plain: { ...MIDDLE },
  centred: { ht: HorizontalAlign.CENTER, ...MIDDLE },
  money: { n: { pattern: "#,##0.00" }, ht: HorizontalAlign.RIGHT, ...MIDDLE },
  whole: { n: { pattern: "#,##0" }, ht: HorizontalAlign.RIGHT, ...MIDDLE },
  percent: { n: { pattern: "0%" }, ht: HorizontalAlign.RIGHT, ...MIDDLE },
  percentOne: { n: { pattern: "0.0%" }, ht: HorizontalAlign.RIGHT, ...MIDDLE },
  date: { n: { pattern: "yyyy-mm-dd" }, ht: HorizontalAlign.CENTER, ...MIDDLE },
  summary: { ...MIDDLE },
  wrapped: { tb: WrapStrategy.WRAP, vt: VerticalAlign.TOP },
  code: { ff: "monospace", tb: WrapStrategy.WRAP, vt: VerticalAlign.TOP },
} as const satisfies Readonly<Record<string, IStyleData>>;

export type SheetStyle = keyof typeof sheetStyles;
