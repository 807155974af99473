import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useState } from "react";
import { copyText } from "../../browser/copy-text.ts";
import { download } from "../../browser/download.ts";
import { loadPart } from "../../browser/load-part.ts";
import { planText } from "../../plan/model/plan-text.ts";
import { monthPage } from "../../plan/table/month-page.ts";
import { planTable } from "../../plan/table/plan-table.ts";
import { timelinePage } from "../../plan/table/timeline-page.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";

const texts = {
  heading: { zh: "导出", en: "Export" },
  ics: { zh: "日历文件 .ics", en: "Calendar file .ics" },
  icsDone: {
    zh: "已导出日历文件：用手机或电脑的日历打开，截止前 3 个工作日和当天 9 点提醒；再次导入会更新，不会重复。",
    en: "Calendar file saved: open it with your calendar. It reminds three working days before a deadline and at nine on the day; a second import updates the first.",
  },
  xlsx: { zh: "Excel 文件 .xlsx", en: "Excel file .xlsx" },
  xlsxDone: {
    zh: "已导出 Excel 文件：活动表、月历和时间线。",
    en: "Excel file saved: table, months and timeline.",
  },
  failed: { zh: "没有导出，请再试一次。原因：", en: "Not exported, please try again. Reason: " },
  copy: { zh: "复制全年为文字", en: "Copy the year as text" },
  asText: { zh: "全年文字", en: "The year as text" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  heading: { margin: "12px 0 4px", fontSize: tokens.fontSizeBase400 },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "4px 0" },
  summary: { cursor: "pointer", padding: "4px 0" },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", userSelect: "text", fontFamily: "inherit" },
});

/** The plan as files and as text; what writes the files is loaded when it is asked for. */
export function ExportSection() {
  const { language, schedule, schedules, document, book, today } = usePlanner();
  const { say, tell } = usePlannerActions();
  const styles = useStyles();
  const [isBusy, setIsBusy] = useState(false);
  const { year } = document;
  const text = planText(schedule, language);
  const busily = async (work: () => Promise<Words>) => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      tell({ isProblem: false, words: await work() });
    } catch (error) {
      const reason = String(error);
      tell({
        isProblem: true,
        words: { zh: `${texts.failed.zh}${reason}`, en: `${texts.failed.en}${reason}` },
      });
    } finally {
      setIsBusy(false);
    }
  };
  const saveIcs = () =>
    busily(async () => {
      const { planIcs } = await loadPart(() => import("../../plan/exchange/plan-ics.ts"));
      download(
        planIcs(schedule, book, language, new Date()),
        `活动计划-${year}.ics`,
        "text/calendar;charset=utf-8",
      );
      return texts.icsDone;
    });
  const saveXlsx = () =>
    busily(async () => {
      const { planXlsx } = await loadPart(() => import("../../plan/exchange/plan-xlsx.ts"));
      const pages = [monthPage(schedules, year, book), timelinePage(schedule, today)];
      const bytes = await planXlsx(planTable(schedule), pages);
      const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      download(bytes as BlobPart, `活动计划-${year}.xlsx`, type);
      return texts.xlsxDone;
    });
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
        <Button size="small" disabledFocusable={isBusy} onClick={saveIcs}>
          {say(texts.ics)}
        </Button>
        <Button size="small" disabledFocusable={isBusy} onClick={saveXlsx}>
          {say(texts.xlsx)}
        </Button>
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
