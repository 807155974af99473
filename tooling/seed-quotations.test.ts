import { existsSync, readFileSync } from "node:fs";
import { businessLines } from "@sevenstar/core/strategy/business-lines";
import { serviceTools } from "@sevenstar/core/strategy/service-tools";
import { businessTypes, shopModes } from "@sevenstar/core/strategy/shop-modes";
import { expect, it } from "vitest";

const seed = new URL("../../shared/domain/seed.txt", import.meta.url);
const isHere = existsSync(seed);

const quotations = [
  ...[...businessLines, ...shopModes, ...businessTypes].flatMap(({ says }) => says),
  ...serviceTools.flatMap(([, , ...says]) => says),
];

it.skipIf(!isHere)(
  `quotes the seed word for word at its lines${isHere ? "" : " (skipped: ../shared/domain is absent)"}`,
  () => {
    const lines = readFileSync(seed, "utf8").split(/\r?\n/);
    expect(quotations.length).toBeGreaterThan(30);
    for (const [line, text] of quotations) expect(lines[line - 1], `line ${line}`).toContain(text);
  },
);
