import { makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { memo } from "react";
import { type PhaseKind, phaseWords } from "../../plan/model/phases.ts";
import { useSay } from "../../shell/language-context.ts";
import { phaseColour } from "./phase-colours.ts";

const texts = {
  legend: { zh: "图例", en: "Legend" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "12px",
    margin: "4px 0",
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
  },
  swatch: {
    display: "inline-block",
    width: "10px",
    height: "10px",
    marginRight: "4px",
    borderRadius: "2px",
    printColorAdjust: "exact",
  },
});

/** What the colours of the views mean. */
export const PhaseLegend = memo(function PhaseLegend() {
  const say = useSay();
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={say(texts.legend)}>
      {(Object.keys(phaseWords) as PhaseKind[]).map((kind) => (
        <li key={kind}>
          <span className={styles.swatch} style={{ backgroundColor: phaseColour[kind] }} />
          {say(phaseWords[kind])}
        </li>
      ))}
    </ul>
  );
});
