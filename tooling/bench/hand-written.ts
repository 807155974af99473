import { Decimal } from "decimal.js";

const BANNED = ["最", "第一", "顶级", "绝对", "100%", "全网最低", "最好", "最佳"];

const titleLength = (text: string) => {
  let length = 0;
  for (const character of text.trim()) length += (character.codePointAt(0) ?? 0) <= 0x7f ? 1 : 2;
  return length;
};

/** What a programmer would write for this very table: the seven checks over fixed columns, no rules, no messages. */
export function sevenStarsByHand(rows: readonly (readonly unknown[])[]): unknown[][] {
  const answer: unknown[][] = new Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    // biome-ignore lint/suspicious/noExplicitAny: a loop written by hand knows its columns and checks no type
    const row = rows[index] as any[];
    let stars = 0;
    const title = row[1] as string;
    const length = titleLength(title);
    if (length >= 54 && length <= 60 && !BANNED.some((word) => title.includes(word))) stars++;
    if (row[3] >= row[2]) stars++;
    if (row[4] >= 1 && row[4] <= 3) stars++;
    const logoFits =
      row[9] !== "左上"
        ? row[9] === "无"
        : row[10] !== "" && row[11] !== "" && row[10] <= 200 && row[11] <= 200;
    const imagesFit = row[5] >= 3 && row[5] <= 5 && row[6] >= 750 && row[7] >= 750 && row[8] === "是";
    if (imagesFit && logoFits && row[12] > 0 && row[12] <= 60) stars++;
    if (row[13] > 0 && row[14] >= 1 && row[14] <= 99_999 && row[15] >= row[14] && row[16] !== "") stars++;
    if (row[17] === "是") stars++;
    let details = true;
    for (let detail = 18; detail < 24; detail++) if (row[detail] !== "是") details = false;
    if (details) stars++;
    answer[index] = [stars];
  }
  return answer;
}

/** The card fee of 1 % in integer cents over two columns, no units, no methods, no errors. */
export function cardFeesByHand(
  goods: readonly (readonly number[])[],
  freight: readonly (readonly number[])[],
): unknown[][] {
  const answer: unknown[][] = new Array(goods.length);
  for (let index = 0; index < goods.length; index++) {
    const cents =
      Math.round((goods[index] as number[])[0]! * 100) + Math.round((freight[index] as number[])[0]! * 100);
    answer[index] = [Math.floor((cents + 50) / 100) / 100];
  }
  return answer;
}

/** The same fee with decimal.js in every cell. */
export function cardFeesByDecimal(
  goods: readonly (readonly number[])[],
  freight: readonly (readonly number[])[],
): unknown[][] {
  return goods.map(([amount = 0], index) => [
    new Decimal(amount)
      .plus(freight[index]?.[0] ?? 0)
      .times("0.01")
      .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
      .toNumber(),
  ]);
}
