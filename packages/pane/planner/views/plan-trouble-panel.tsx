import { Button, MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { PlanFile } from "../../plan/file/plan-file.ts";
import { useSay } from "../../shell/language-context.ts";
import type { PlanTrouble } from "../keeper/open-plan.ts";
import { saveSpoiled } from "../keeper/save-spoiled.ts";

const texts = {
  repair: { zh: "修复并继续", en: "Repair and go on" },
  copy: { zh: "用本机保存的一份继续", en: "Go on with this browser's copy" },
  anew: { zh: "重新建立计划", en: "Begin a new plan" },
  download: { zh: "下载损坏的原文", en: "Download the damaged text" },
  again: { zh: "再试一次", en: "Try again" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  list: { paddingLeft: "20px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", padding: "8px 0" },
});

interface PlanTroublePanelProps {
  readonly trouble: PlanTrouble;
  readonly onRemedy: (file: PlanFile, text: string | undefined) => void;
  readonly onRetry: () => void;
}

/** Why the plan is not open, what of it could not be read, and the ways to go on that lose nothing. */
export function PlanTroublePanel({ trouble, onRemedy, onRetry }: PlanTroublePanelProps) {
  const styles = useStyles();
  const say = useSay();
  const { problem, faults, text, remedies } = trouble;
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{say(problem)}</MessageBarBody>
      </MessageBar>
      {faults.length > 0 && (
        <ul className={styles.list}>
          {[...new Set(faults)].map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        {remedies.map(({ kind, file }, index) => (
          <Button
            key={kind}
            size="small"
            {...(index === 0 ? { appearance: "primary" as const } : {})}
            onClick={() => onRemedy(file, text)}
          >
            {say(texts[kind])}
          </Button>
        ))}
        {text !== undefined && (
          <Button size="small" onClick={() => saveSpoiled(text)}>
            {say(texts.download)}
          </Button>
        )}
        <Button size="small" onClick={onRetry}>
          {say(texts.again)}
        </Button>
      </div>
    </div>
  );
}
