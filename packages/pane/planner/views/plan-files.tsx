import { useSay } from "../../shell/language-context.ts";
import { usePlanner } from "../planner-context.ts";
import { ExportSection } from "./export-section.tsx";
import { ImportSection } from "./import-section.tsx";
import { WorkbookSection } from "./workbook-section.tsx";

/** The plan in the workbook, as files and as text, and other tables into the plan. */
export function PlanFiles() {
  const { host } = usePlanner();
  const say = useSay();
  return (
    <div>
      {host ? (
        <WorkbookSection />
      ) : (
        <p>
          {say({
            zh: "旁边没有打开的表格，所以不能写入工作簿；可以导出 .xlsx。",
            en: "There is no workbook beside the pane to write into; an .xlsx can be exported.",
          })}
        </p>
      )}
      <ExportSection />
      <ImportSection />
    </div>
  );
}
