import { Button, makeStyles } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "../../shell/language-context.ts";
import { usePlannerActions, usePlannerOfYear } from "../planner-context.ts";

const texts = {
  empty: (year: number): Words => ({ zh: `${year} 年还没有计划。`, en: `There is no plan for ${year} yet.` }),
  copy: (from: number): Words => ({ zh: `从 ${from} 年复制`, en: `Copy that of ${from}` }),
  anew: { zh: "用内置活动新建", en: "Begin with the built-in activities" },
};

const useStyles = makeStyles({
  panel: { padding: "24px 0", textAlign: "center" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", justifyContent: "center" },
});

/** What a year without a plan offers: to copy the one nearest to it, or to begin. */
export function EmptyYear() {
  const { document } = usePlannerOfYear();
  const { addYear, copyYear } = usePlannerActions();
  const say = useSay();
  const styles = useStyles();
  const { year, plans } = document;
  const [from] = plans.map((each) => each.year).sort((a, b) => Math.abs(a - year) - Math.abs(b - year));
  return (
    <div className={styles.panel}>
      <p>{say(texts.empty(year))}</p>
      <div className={styles.actions}>
        {from !== undefined && (
          <Button size="small" appearance="primary" onClick={() => copyYear(from, year)}>
            {say(texts.copy(from))}
          </Button>
        )}
        <Button size="small" onClick={() => addYear(year)}>
          {say(texts.anew)}
        </Button>
      </div>
    </div>
  );
}
