import { existsSync, readFileSync } from "node:fs";
import { businessLines } from "@sevenstar/core/strategy/business-lines";
import { serviceTools } from "@sevenstar/core/strategy/service-tools";
import { businessTypes, shopModes } from "@sevenstar/core/strategy/shop-modes";
import { expect, it } from "vitest";

const seed = new URL("../../shared/domain/seed.txt", import.meta.url);
const isHere = existsSync(seed);

const bases = [...businessLines, ...shopModes, ...businessTypes, ...serviceTools].map(({ basis }) => basis);
const quotations = bases.flatMap((basis) =>
  [...basis.matchAll(/seed 第(\d+)行：“(.+?)”(?=；|$)/g)].map(
    ([, line, text]) => [Number(line), text] as const,
  ),
);

it.skipIf(!isHere)(
  `quotes the seed word for word at its lines${isHere ? "" : " (skipped: ../shared/domain is absent)"}`,
  () => {
    const lines = readFileSync(seed, "utf8").split(/\r?\n/);
    expect(quotations.length).toBeGreaterThanOrEqual(bases.length);
    for (const [line, text] of quotations) expect(lines[line - 1], `line ${line}`).toContain(text);
  },
);
