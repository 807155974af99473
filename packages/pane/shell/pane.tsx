import {
  Button,
  FluentProvider,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import type { Language, Words } from "@sevenstar/core/cells/words";
import { lazy, Suspense, useState } from "react";
import { loadPart } from "../browser/load-part.ts";
import type { FunctionCard } from "../functions/function-card.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { FailureBar } from "./failure-bar.tsx";
import { LoadFailure } from "./load-failure.tsx";
import { OutcomeContext, type ShownOutcome } from "./outcome-context.ts";
import { keptTab, type PaneTab, paneTabs } from "./pane-tab.ts";
import { paneTexts } from "./pane-texts.ts";
import { TabBar, tabElementId } from "./tab-bar.tsx";
import { useDarkTheme } from "./use-dark-theme.ts";

const FunctionList = lazy(async () => ({
  default: (await loadPart(() => import("../functions/function-list.tsx"))).FunctionList,
}));
const Planner = lazy(async () => ({
  default: (await loadPart(() => import("../planner/planner.tsx"))).Planner,
}));

const Templates = lazy(async () => ({
  default: (await loadPart(() => import("../templates/templates.tsx"))).Templates,
}));

const OutcomeMessage = lazy(async () => ({
  default: (await loadPart(() => import("./outcome-message.tsx"))).OutcomeMessage,
}));

const PANEL = "pane-panel";

const useStyles = makeStyles({
  scrolled: { flex: "1 1 0", minHeight: 0, overflowY: "auto" },
  // Below what scrolls, not over it: an outcome never covers a control.
  foot: { flex: "0 0 auto", maxHeight: "45%", overflowY: "auto" },
  pane: {
    boxSizing: "border-box",
    minHeight: "100%",
    maxWidth: "760px",
    margin: "0 auto",
    padding: "0 12px 12px",
    display: "flex",
    flexDirection: "column",
    overflowWrap: "anywhere",
  },
  header: { display: "flex", alignItems: "baseline", columnGap: "8px", padding: "8px 0 0" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  version: { flex: "1 1 0", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  main: { flex: "1 1 auto", display: "flex", flexDirection: "column" },
  waiting: { padding: "24px 0" },
});

/** What the pane needs of the page it stands in. */
export interface PaneProps {
  /** Every function's card, or what loads them when they are shown. */
  readonly functions: readonly FunctionCard[] | (() => Promise<readonly FunctionCard[]>);
  readonly version: string;
  /** The manual's address; `/ID` is added for one function, `/symptoms` for the help by symptom. */
  readonly docsUrl: string;
  /** The spreadsheet beside the pane; left out, formulas can only be copied and the plan stays in the browser. */
  readonly host?: SheetHost;
  /** A sentence above the functions, such as why nothing can be inserted. */
  readonly notice?: Words;
  readonly language?: Language;
  readonly onLanguageChange?: (language: Language) => void;
  /** The host's theme; left out, the system's. */
  readonly isDark?: boolean;
  /** The team's members, offered as owners of activities. */
  readonly members?: readonly string[];
  /** Where the API of the templates is; left out, the page's own origin. */
  readonly apiOrigin?: string;
  /** The code of an invite link that was opened: the templates' tab offers to join by it. */
  readonly invite?: string;
  readonly onInviteDone?: () => void;
  /** Hears which team is signed in, once the templates' tab knows. */
  readonly onTeam?: (name: string | undefined) => void;
  /** Whether the page around the pane tells of errors that nothing has handled; left out, the pane does. */
  readonly isWithinPage?: boolean;
}

/** The task pane: its head, and the tab that was chosen, which loads when it is shown. */
export function Pane(props: PaneProps) {
  const { functions, version, docsUrl, host, notice, onLanguageChange, members = [], apiOrigin = "" } = props;
  const styles = useStyles();
  const isDark = useDarkTheme(props.isDark);
  const [language, setLanguage] = useState<Language>(props.language ?? "zh");
  const { invite, onInviteDone, onTeam } = props;
  const [tab, setTab] = useState<PaneTab>(invite === undefined ? keptTab.read : "templates");
  const [outcome, setOutcome] = useState<ShownOutcome>();
  const text = (key: keyof typeof paneTexts) => paneTexts[key][language];

  const switchLanguage = () => {
    const next = language === "zh" ? "en" : "zh";
    setLanguage(next);
    onLanguageChange?.(next);
  };
  const choose = (next: PaneTab) => {
    setTab(next);
    keptTab.write(next);
  };

  return (
    <FluentProvider
      theme={isDark ? webDarkTheme : webLightTheme}
      style={{
        height: "100%",
        display: "flex",
        flexDirection: "column",
        colorScheme: isDark ? "dark" : "light",
      }}
      lang={language === "zh" ? "zh-CN" : "en"}
    >
      <div className={styles.scrolled}>
        <div className={styles.pane}>
          <header>
            <div className={styles.header}>
              <h1 className={styles.title}>{text("title")}</h1>
              <span className={styles.version}>
                {text("version")} {version}
              </span>
              <Button size="small" appearance="subtle" onClick={switchLanguage}>
                {text("switchLanguage")}
              </Button>
            </div>
            <TabBar
              label={text("title")}
              tabs={(Object.keys(paneTabs) as PaneTab[]).map(
                (each) => [each, paneTabs[each][language]] as const,
              )}
              selected={tab}
              panelId={PANEL}
              onSelect={choose}
            />
          </header>
          {!props.isWithinPage && <FailureBar language={language} />}
          <main className={styles.main}>
            <div
              id={PANEL}
              role="tabpanel"
              aria-labelledby={tabElementId(PANEL, tab)}
              className={styles.main}
            >
              <LoadFailure key={tab} language={language}>
                <OutcomeContext value={setOutcome}>
                  <Suspense fallback={<output className={styles.waiting}>{text("loading")}</output>}>
                    {tab === "plan" ? (
                      <Planner language={language} host={host} members={members} />
                    ) : tab === "templates" ? (
                      <Templates
                        language={language}
                        host={host}
                        apiOrigin={apiOrigin}
                        invite={invite}
                        onInviteDone={onInviteDone}
                        onTeam={onTeam}
                      />
                    ) : (
                      <FunctionList
                        functions={functions}
                        docsUrl={docsUrl}
                        language={language}
                        host={host}
                        notice={notice}
                      />
                    )}
                  </Suspense>
                </OutcomeContext>
              </LoadFailure>
            </div>
          </main>
        </div>
      </div>
      <div className={styles.foot} role={outcome?.outcome.isProblem ? "alert" : "status"}>
        {outcome && (
          <LoadFailure language={language} sentence={outcome.outcome.sentence}>
            <Suspense fallback={outcome.outcome.sentence}>
              <OutcomeMessage {...outcome} language={language} />
            </Suspense>
          </LoadFailure>
        )}
      </div>
    </FluentProvider>
  );
}
