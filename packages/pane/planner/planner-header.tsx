import { Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { EVERY_INDUSTRY } from "@sevenstar/core/calendar/industry";
import { civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { planOfYear } from "../plan/model/plan-document.ts";
import { useSay } from "../shell/language-context.ts";
import { Notice } from "../shell/notice.tsx";
import { ActionButton } from "./action-button.tsx";
import { redo } from "./actions/redo.ts";
import { showKeys } from "./actions/show-keys.ts";
import { undo } from "./actions/undo.ts";
import { isUntouched } from "./keeper/table-state.ts";
import { usePlannerActions, usePlannerOfYear } from "./planner-context.ts";
import { plannerTexts } from "./planner-texts.ts";
import { filesView } from "./views/files-view.ts";
import { settingsView } from "./views/settings-view.ts";
import { yearWords } from "./year-words.ts";

const texts = {
  industries: { zh: "行业：", en: "Industries: " },
  chooseIndustries: { zh: "选择行业", en: "Choose" },
  year: { zh: "年份", en: "Year" },
  noPlan: { zh: "（未建立）", en: " (no plan)" },
  estimated: { zh: "假期为预计", en: "Holidays est." },
  announced: { zh: "假期已公布", en: "Holidays known" },
  fromBrowser: {
    zh: "这个工作簿里还没有计划，下面是本机最近的计划；一有更改就存进这个工作簿。",
    en: "This workbook has no plan yet; this is the last one of this browser. A change saves it into this workbook.",
  },
  tableEdited: {
    zh: "工作簿里的年度活动表有手工改动，还没有读回计划。",
    en: "The plan's table in the workbook was edited by hand and not read back yet.",
  },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  year: { width: "104px" },
  short: { minWidth: "44px", paddingLeft: "6px", paddingRight: "6px" },
  holidays: { flex: "1 1 auto", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  industries: {
    display: "flex",
    alignItems: "center",
    columnGap: "8px",
    paddingTop: "4px",
    fontSize: tokens.fontSizeBase200,
  },
  chosen: { flex: "1 1 0" },
  notices: { display: "flex", flexDirection: "column", rowGap: "6px", paddingTop: "6px" },
});

interface PlannerHeaderProps {
  /** Why the last change was not kept. */
  readonly saveProblem: Words | undefined;
  /** The workbook has no plan yet: the browser's is shown. */
  readonly isFromBrowser: boolean;
}

/** The planner's head: the year, its holidays and industries, undo and redo, and what the merchant has to know. */
export function PlannerHeader({ saveProblem, isFromBrowser }: PlannerHeaderProps) {
  const { document, plan, book, table, today, view } = usePlannerOfYear();
  const { show, showYear } = usePlannerActions();
  const say = useSay();
  const styles = useStyles();
  const { year, plans } = document;
  const hasTableEdits = table.state.kind === "read" && !isUntouched(table.state.found);
  return (
    <>
      <div className={styles.bar}>
        <Select
          size="small"
          className={styles.year}
          aria-label={say(texts.year)}
          value={String(year)}
          onChange={(_, { value }) => showYear(Number(value))}
        >
          {offeredYears(plans, year, civilDate(today).year).map((each) => (
            <option key={each} value={each}>
              {say(yearWords(each))}
              {planOfYear(document, each) ? "" : say(texts.noPlan)}
            </option>
          ))}
        </Select>
        <span className={styles.holidays}>
          {say(book.calendar.isAnnounced(year) ? texts.announced : texts.estimated)}
        </span>
        <ActionButton action={undo} className={styles.short} />
        <ActionButton action={redo} className={styles.short} />
      </div>
      {plan && (
        <div className={styles.industries}>
          <span className={styles.chosen}>
            {say(texts.industries)}
            {[EVERY_INDUSTRY, ...plan.industries].join("、")}{" "}
            <Link as="button" inline onClick={() => show(settingsView)}>
              {say(texts.chooseIndustries)}
            </Link>
          </span>
          <ActionButton action={showKeys} appearance="subtle" className={styles.short} />
        </div>
      )}
      <div className={styles.notices}>
        {saveProblem && <Notice isError>{say(saveProblem)}</Notice>}
        {isFromBrowser && <Notice>{say(texts.fromBrowser)}</Notice>}
        {hasTableEdits && view !== filesView && (
          <Notice>
            {say(texts.tableEdited)}{" "}
            <Link as="button" inline onClick={() => show(filesView)}>
              {say(plannerTexts.open)}
            </Link>
          </Notice>
        )}
      </div>
    </>
  );
}

/** The years that have a plan, this one, and those that may come next. */
function offeredYears(
  plans: readonly { readonly year: number }[],
  shown: number,
  thisYear: number,
): number[] {
  const planned = plans.map(({ year }) => year);
  const last = Math.max(thisYear, ...planned);
  return [...new Set([...planned, shown, thisYear, last + 1])].sort((a, b) => a - b);
}
