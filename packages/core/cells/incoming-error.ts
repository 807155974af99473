import type { HostError } from "./cell.ts";
import { Refusal, type RefusalCode } from "./refusal.ts";

/** The errors that a function may return as its own. */
const OWN: ReadonlySet<string> = new Set<RefusalCode>(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"]);

const isOwn = (code: string): code is RefusalCode => OWN.has(code);

/** The code of an error value as the spreadsheet shows it; #VALUE! where the host gives none. */
export function errorCode({ basicValue, code }: HostError): string {
  const given = [basicValue, code].find((word) => typeof word === "string" && /^#.{1,30}$/.test(word));
  return typeof given === "string" ? given : "#VALUE!";
}

/**
 * The answer to an error value that came in: a fresh one with its own code where a function may return it, else
 * #VALUE! that names it (G14). `place` says where it stands, if one of many.
 */
export function incomingError(error: HostError, place = ""): Refusal {
  const code = errorCode(error);
  const where = place === "" ? "" : `${place}：`;
  return new Refusal(isOwn(code) ? code : "#VALUE!", `${where}引用的格子出错（${code}），请先处理那个格子。`);
}
