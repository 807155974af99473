import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { copyText } from "../../browser/copy-text.ts";
import { planText } from "../../plan/model/plan-text.ts";
import { useSay } from "../../shell/language-context.ts";
import { ActionButton } from "../action-button.tsx";
import { exportIcs } from "../actions/export-ics.ts";
import { exportXlsx } from "../actions/export-xlsx.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";

const texts = {
  heading: { zh: "导出", en: "Export" },
  copy: { zh: "复制全年为文字", en: "Copy the year as text" },
  asText: { zh: "全年文字", en: "The year as text" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  heading: { margin: "12px 0 4px", fontSize: tokens.fontSizeBase400 },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "4px 0" },
  summary: { cursor: "pointer", padding: "4px 0" },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", userSelect: "text", fontFamily: "inherit" },
});

/** The plan as files and as text. */
export function ExportSection() {
  const { language, schedule } = usePlanner();
  const say = useSay();
  const { tell } = usePlannerActions();
  const styles = useStyles();
  const text = planText(schedule, language);
  const copy = async () => {
    const isCopied = await copyText(text);
    tell({ isProblem: !isCopied, words: isCopied ? plannerTexts.copied : plannerTexts.copyRefused });
  };
  return (
    <section aria-labelledby="plan-export">
      <h2 id="plan-export" className={styles.heading}>
        {say(texts.heading)}
      </h2>
      <div className={styles.actions}>
        <ActionButton action={exportIcs} />
        <ActionButton action={exportXlsx} />
        <Button size="small" onClick={copy}>
          {say(texts.copy)}
        </Button>
      </div>
      <details>
        <summary className={styles.summary}>{say(texts.asText)}</summary>
        <pre className={styles.text}>{text}</pre>
      </details>
    </section>
  );
}
