import { checkSync } from "recheck";
import { sourcePatterns } from "./source-patterns.ts";

// In this process, so that no machine needs Java or a program of its own for it.
process.env["RECHECK_SYNC_BACKEND"] = "pure";

/** Only what repeats without a bound can take more than a bounded number of steps from each place of a text. */
const ENDLESS = /[*+]|\{\d+,\}/;

/** The same pattern is judged alike on every run: by its steps on short texts, not by a busy machine's time. */
const PARAMETERS = {
  randomSeed: 1,
  maxAttackStringSize: 10_000,
  attackLimit: 5_000_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  timeout: null,
};

const judged = new Map<string, string | undefined>();

/** Why a pattern may take longer than in proportion to the text; undefined where it never does. */
function problemOf(source: string, flags: string): string | undefined {
  if (!ENDLESS.test(source)) return undefined;
  const key = `/${source}/${flags}`;
  if (!judged.has(key)) {
    const { status, ...found } = checkSync(source, flags, PARAMETERS);
    const reason = "complexity" in found ? found.complexity?.summary : undefined;
    const example = "attack" in found ? found.attack?.pattern : undefined;
    judged.set(key, status === "safe" ? undefined : `${reason ?? status}, as with ${example}`);
  }
  return judged.get(key);
}

/** The patterns of a source file that are not known to match any text in linear time (G15), a sentence each. */
export function patternProblems(path: string, text: string): string[] {
  return sourcePatterns(path, text).flatMap(({ line, source, flags }) => {
    if (source === undefined) return `${path}:${line}: write the pattern as a literal or a template`;
    const problem = problemOf(source, flags);
    return problem === undefined ? [] : `${path}:${line}: /${source}/${flags}: ${problem}`;
  });
}
