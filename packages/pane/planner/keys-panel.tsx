import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "../shell/language-context.ts";
import type { PlannerAction } from "./define-action.ts";
import { usePlannerActions } from "./planner-context.ts";

const texts = {
  heading: { zh: "快捷键", en: "Keys" },
  where: {
    zh: "先点一下活动日历再按键；在输入框里，按键归输入框。",
    en: "They work once something of the planner has the focus; in a field they are the field's own.",
  },
  close: { zh: "知道了", en: "Close" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  panel: {
    margin: "8px 0",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  quiet: { margin: "2px 0", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "10px",
    rowGap: "4px",
    margin: "6px 0",
  },
  key: { margin: 0, fontFamily: tokens.fontFamilyMonospace, whiteSpace: "nowrap" },
  what: { margin: 0 },
});

/** What a key does. */
export interface KeyLine extends Pick<PlannerAction, "id" | "words" | "help"> {
  readonly key: string;
}

/** What the keyboard does in the planner. */
export function KeysPanel({ lines }: { readonly lines: readonly KeyLine[] }) {
  const say = useSay();
  const { toggleKeys } = usePlannerActions();
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-labelledby="planner-keys">
      <h2 id="planner-keys" className={styles.heading}>
        {say(texts.heading)}
      </h2>
      <p className={styles.quiet}>{say(texts.where)}</p>
      <dl className={styles.list}>
        {lines.map(({ id, words, help, key }) => (
          <div key={id} style={{ display: "contents" }}>
            <dt className={styles.key}>
              <kbd>{key}</kbd>
            </dt>
            <dd className={styles.what}>
              {say(words)} <span className={styles.quiet}>{say(help)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={toggleKeys}>
        {say(texts.close)}
      </Button>
    </section>
  );
}
