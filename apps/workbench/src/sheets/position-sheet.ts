import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";

/** A shop of our own, for the business lines. */
const LINE_PROFILE = [
  ["指标", "值"],
  ["客户", "淘宝卖家、批发商"],
  ["支持代发", "是"],
  ["支持定制", "是"],
  ["柔性生产", "否"],
  ["工业品", "否"],
  ["企业资质", "是"],
  ["经营类目", "女装"],
] as const;
/** The same shop, for the modes. */
const MODE_PROFILE = [
  ["指标", "值"],
  ["自有工厂", "是"],
  ["店铺数", 1],
  ["产品线数", 3],
  ["招募代理", "是"],
  ["推广预算", 5000],
] as const;
const LINES = 9;
const MODES = 5;
const RESULT = 3;

/** 业务线与模式: which business lines and shop modes suit a shop, and which services there are. */
export function positionSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("position", "业务线与模式");
  sheet.put(0, 0, "业务线与模式 Positioning", "title");
  sheet.put(
    1,
    0,
    "左边填自己店铺的情况，右边按《1688商家成长宝典》（下称 seed）说明哪条业务线、哪种开店模式更合适；分值的权重是假设。",
    "hint",
  );
  const section = (
    row: number,
    title: string,
    profile: readonly (readonly (string | number)[])[],
    id: string,
  ) => {
    sheet.put(row, 0, title, "section");
    for (const [index, line] of profile.entries()) {
      sheet.put(row + 1 + index, 0, line[0], index === 0 ? "data" : "plain");
      sheet.put(row + 1 + index, 1, line[1], index === 0 ? "data" : "input");
    }
    sheet.put(row + 1, RESULT, `=${id}(A${row + 2}:B${row + 1 + profile.length})`);
    sheet.paint(row + 1, RESULT, 1, 4, "result");
  };
  section(2, "适合哪条业务线", LINE_PROFILE, "BIZLINE");
  sheet.paint(4, RESULT + 1, LINES, 1, "centred");
  const modes = 2 + LINES + 3;
  section(modes, "适合哪种开店模式", MODE_PROFILE, "SHOPMODE");
  sheet.paint(modes + 2, RESULT + 1, MODES, 1, "centred");
  const services = modes + MODES + 4;
  sheet.put(services, 0, "平台的服务和工具（写要找的词，留空看全部）", "section");
  sheet.put(services + 1, 0, "要找的词", "data");
  sheet.put(services + 1, 1, "物流 账期", "input");
  sheet.put(services + 1, RESULT, `=SERVICES(B${services + 2})`);
  sheet.paint(services + 1, RESULT, 1, 4, "result");

  sheet.widths(0, [isNarrow ? 110 : 130, 150, 24, 140, isNarrow ? 120 : 150, 420, 420]);
  sheet.height(0, 32);
  return sheet.done();
}
