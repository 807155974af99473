import type { Cell } from "../cells/cell.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { firstRefusal, itemCell, type List, readTexts } from "../functions/list.ts";

const HEADER = ["名称", "本期", "上期", "变化"];

/** RANKMOVE: who climbed, fell, entered or left a ranking. */
export const rankMove = defineFunction({
  id: "RANKMOVE",
  parameters: [
    {
      shape: "range",
      name: "now",
      title: "本期",
      read: readTexts,
    },
    {
      shape: "range",
      name: "before",
      title: "上期",
      read: readTexts,
    },
  ],
  compute: ({ now, before }) => {
    const refusal = firstRefusal(now) ?? firstRefusal(before);
    if (refusal) return refusal;
    const places = placesOf(before);
    const answer: Cell[][] = [HEADER];
    for (let index = 0; index < now.length; index++) {
      const name = now.items[index];
      if (typeof name !== "string") continue;
      const key = keyOf(name);
      const was = places.get(key);
      if (was === LISTED) continue;
      places.set(key, LISTED);
      answer.push([name, index + 1, was ?? "", move(index + 1, was)]);
    }
    for (const place of places.values()) {
      if (place !== LISTED) answer.push([itemCell(before.items[place - 1]), "", place, "下榜"]);
    }
    return answer;
  },
});

export const rankMoveText = describe(rankMove, {
  domain: "market",
  summary: {
    zh: "榜单变化：比较本期和上期的排行，标出新上榜、上升、下降、持平和下榜。",
    en: "Moves between two rankings: new, up, down, unchanged or dropped out.",
  },
  source: "seed 85-86：阿里排行的搜索、产品、公司排行榜；位置之差即变化",
  parameters: {
    now: {
      zh: "本期榜单，从第一名起的一列或一行名称",
      en: "names of the present ranking, first place first",
    },
    before: {
      zh: "上期榜单，从第一名起的一列或一行名称",
      en: "names of the former ranking, first place first",
    },
  },
  returns: {
    zh: "表格：名称、本期、上期、变化（新上榜、↑n、↓n、持平、下榜），按本期名次，下榜的在最后",
    en: "table 名称 (name), 本期 and 上期 (places now and before), 变化 (新上榜 new, ↑n, ↓n, 持平 unchanged, 下榜 dropped)",
  },
  examples: [
    {
      arguments: [
        [["瑜伽裤"], ["防晒衣"], ["卫衣"], ["汉服"]],
        [["卫衣"], ["防晒衣"], ["瑜伽裤"], ["风衣"]],
      ],
      answer: [
        HEADER,
        ["瑜伽裤", 1, 3, "↑2"],
        ["防晒衣", 2, 2, "持平"],
        ["卫衣", 3, 1, "↓2"],
        ["汉服", 4, "", "新上榜"],
        ["风衣", "", 4, "下榜"],
      ],
    },
  ],
});

/** Stands for the former place of a name that is listed already. */
const LISTED = 0;

/** A name, blanks around it and case aside. */
function keyOf(name: string): string {
  const folded = name.trim().toLowerCase();
  return folded === name ? name : folded; // the same string keeps its hash
}

/** The first place of each name of a ranking. */
function placesOf(ranking: List<string>): Map<string, number> {
  const places = new Map<string, number>();
  for (let index = 0; index < ranking.length; index++) {
    const name = ranking.items[index];
    if (typeof name !== "string") continue;
    const key = keyOf(name);
    if (!places.has(key)) places.set(key, index + 1);
  }
  return places;
}

function move(place: number, was: number | undefined): string {
  if (was === undefined) return "新上榜";
  if (was === place) return "持平";
  return was > place ? `↑${was - place}` : `↓${place - was}`;
}
