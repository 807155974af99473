import { Button, makeStyles } from "@fluentui/react-components";
import type { Language, Words } from "@sevenstar/core/cells/words";

const texts = {
  empty: { zh: "{} 年还没有计划。", en: "There is no plan for {} yet." },
  copy: { zh: "从 {} 年复制", en: "Copy that of {}" },
  anew: { zh: "用内置活动新建", en: "Begin with the built-in activities" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  panel: { padding: "24px 0", textAlign: "center" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", justifyContent: "center" },
});

interface EmptyYearProps {
  readonly year: number;
  /** The years that have a plan, the best one to copy first. */
  readonly years: readonly number[];
  readonly language: Language;
  readonly onCopy: (from: number) => void;
  readonly onNew: () => void;
}

/** What a year without a plan offers. */
export function EmptyYear({ year, years, language, onCopy, onNew }: EmptyYearProps) {
  const styles = useStyles();
  const [from] = years;
  return (
    <div className={styles.panel}>
      <p>{texts.empty[language].replace("{}", String(year))}</p>
      <div className={styles.actions}>
        {from !== undefined && (
          <Button size="small" appearance="primary" onClick={() => onCopy(from)}>
            {texts.copy[language].replace("{}", String(from))}
          </Button>
        )}
        <Button size="small" onClick={onNew}>
          {texts.anew[language]}
        </Button>
      </div>
    </div>
  );
}
