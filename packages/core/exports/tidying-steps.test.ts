import { expect, it } from "vitest";
import { fileKinds } from "../catalogue/file-kinds.ts";
import { defineFileKind } from "../cells/define-file-kind.ts";
import { readExport } from "./read-export.ts";
import { recogniseExport } from "./recognise-export.ts";
import { tidyingSteps } from "./tidying-steps.ts";

const REMARKS = "去掉空行、重复的表头和 # 开头的说明行";
const KEPT = "各行保持原来的顺序";
const IDS = "编号存成文本，一位不少";
const NUMBERS = "“1,234”“12.3%”等文本变成可以计算的数字，“-”变成空白";
const TIMES = "时间变成可以计算的日期";
const GROUPS = "合并的类别向下填满";

it.each([
  [
    "orders",
    ["合并单元格向下填满", "整单金额只留在每单第一行，求和不会重复", IDS, NUMBERS, TIMES, KEPT, REMARKS],
  ],
  [
    "incomeBill",
    [
      "相同的行都保留，同一份账单里它们各是一笔；几份账单的日期有重叠时，重叠的那段会重复，请只导入一份",
      IDS,
      NUMBERS,
      TIMES,
      KEPT,
      REMARKS,
    ],
  ],
  ["coreBoard", ["日期从早到晚排列（导出里最新的在前），走势函数和图表才读得对", NUMBERS, TIMES, REMARKS]],
  ["aliIndustry", [GROUPS, NUMBERS, KEPT, REMARKS]],
  ["aliBuyers", [NUMBERS, KEPT, REMARKS]],
  ["listing", [IDS, NUMBERS, "图片尺寸、视频时长、是否等各列保持原样，七星函数读得懂", KEPT, REMARKS]],
])("says of %s what is done with it, as its columns and facts have it", (id, sentences) => {
  const kind = fileKinds.find((each) => each.id === id);
  expect(kind && tidyingSteps(kind).map(({ zh }) => zh)).toEqual(sentences);
});

/** A kind that no list has: an order of two items comes as two rows, the second without the order's columns. */
const parcels = defineFileKind({
  id: "parcels",
  name: { zh: "包裹清单", en: "list of parcels" },
  columns: {
    parcel: { header: "包裹号", kind: "code" },
    postage: { header: "邮费", kind: "amount" },
    piece: { header: "物品", kind: "text", isItem: true },
  },
  marks: [["parcel"], ["piece"]],
  order: "parcel",
});

it("recognises, tidies and describes a new kind by its object alone", () => {
  const sheet = [
    ["仓库 7 月"],
    ["包裹号", "邮费(元)", "物品"],
    ["100000000000000001", "1,012.5", "杯"],
    ["", "", "盖"],
    ["100000000000000002", "8", "壶"],
    ["100000000000000001", "1,012.5", "垫"],
  ];
  const found = recogniseExport(sheet, [...fileKinds, parcels]);
  expect(found?.summary.zh).toBe("包裹清单：认出 3 列，表头在第 2 行");
  expect(found?.steps.map(({ zh }) => zh)).toEqual([
    "去掉表头上面的 1 行",
    "合并单元格向下填满",
    "整单金额只留在每单第一行，求和不会重复",
    IDS,
    NUMBERS,
    KEPT,
    REMARKS,
  ]);
  expect(found && readExport(sheet, found).rows).toEqual([
    ["包裹号", "邮费(元)", "物品"],
    ["100000000000000001", 1012.5, "杯"],
    ["100000000000000001", "", "盖"],
    ["100000000000000002", 8, "壶"],
    ["100000000000000001", "", "垫"],
  ]);
});
