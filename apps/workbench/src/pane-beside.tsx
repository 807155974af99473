import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import type { Language } from "@sevenstar/core/cells/words";
import { functionCard } from "@sevenstar/pane/functions/function-card.ts";
import { Pane } from "@sevenstar/pane/shell/pane.tsx";
import { useMemo } from "react";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { univerSheetHost } from "./univer-sheet-host.ts";
import type { PageSession } from "./use-session.ts";

const cards = describedCatalogue.map(functionCard);
const starting = {
  zh: "表格还没有打开，公式可以先复制。",
  en: "The grid is not open yet; formulas can be copied.",
};

interface PaneBesideProps {
  readonly workbook: OpenWorkbook | undefined;
  readonly isDark: boolean;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly session: Pick<PageSession, "invite" | "onInviteDone" | "onTeam">;
}

/** The pane that Excel shows too, inserting into the workbench's grid. */
export function PaneBeside({ workbook, isDark, session, language, onLanguage }: PaneBesideProps) {
  const host = useMemo(() => workbook && univerSheetHost(workbook), [workbook]);
  return (
    <Pane
      functions={cards}
      version={SEVENSTAR_VERSION}
      docsUrl="/docs"
      language={language}
      onLanguageChange={onLanguage}
      isDark={isDark}
      onInviteDone={session.onInviteDone}
      onTeam={session.onTeam}
      {...(session.invite === undefined ? {} : { invite: session.invite })}
      isWithinPage
      {...(host ? { host } : { notice: starting })}
    />
  );
}
