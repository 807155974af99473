import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { Move } from "../../plan/model/copy-plan.ts";
import { dayWords } from "../../plan/model/day-words.ts";
import { stepWords } from "../../plan/model/step-words.ts";
import { useSay } from "../../shell/language-context.ts";

/** What a copied plan moved. */
export interface Copied {
  readonly from: number;
  readonly to: number;
  readonly moves: readonly Move[];
}

const texts = {
  heading: (from: number, to: number): Words => ({
    zh: `${from} 年的计划已复制到 ${to} 年`,
    en: `The plan of ${from} was copied to ${to}`,
  }),
  moved: (count: number): Words => ({
    zh: `${count} 个日期和原来不是同一天：`,
    en: `${count} dates fall on other days:`,
  }),
  same: { zh: "所有日期都在同一天。", en: "Every date falls on the same day." },
  none: { zh: "没有这一天", en: "no such day" },
  close: { zh: "知道了", en: "Close" },
};

const useStyles = makeStyles({
  panel: {
    margin: "8px 0",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: "4px 0", paddingLeft: "20px" },
  reason: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The list of what moved when a plan was copied to another year. */
export function MovesPanel({ copied, onClose }: { readonly copied: Copied; readonly onClose: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { from, to, moves } = copied;
  return (
    <section className={styles.panel} aria-labelledby="plan-moves">
      <h2 id="plan-moves" className={styles.heading}>
        {say(texts.heading(from, to))}
      </h2>
      {moves.length === 0 ? (
        <p>{say(texts.same)}</p>
      ) : (
        <details open>
          <summary>{say(texts.moved(moves.length))}</summary>
          <ul className={styles.list}>
            {moves.map((move) => (
              <li key={`${move.id} ${move.step}`}>
                {move.activity} {say(stepWords(move.step))}：{say(dayWords(move.from, from))} →{" "}
                {move.to === undefined ? say(texts.none) : say(dayWords(move.to, to))}
                <div className={styles.reason}>{say(move.reason)}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button size="small" onClick={onClose}>
        {say(texts.close)}
      </Button>
    </section>
  );
}
