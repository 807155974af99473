import {
  Button,
  FluentProvider,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import type { Language } from "@sevenstar/core/cells/words";
import { lazy, Suspense, useState } from "react";
import { loadPart } from "../browser/load-part.ts";
import { templatesTab } from "../templates/templates-tab.ts";
import type { PaneTab, TabProps } from "./define-tab.ts";
import { FailureBar } from "./failure-bar.tsx";
import { keptTab } from "./kept-tab.ts";
import { LanguageContext, sayIn } from "./language-context.ts";
import { LoadFailure } from "./load-failure.tsx";
import { OutcomeContext, type ShownOutcome } from "./outcome-context.ts";
import { paneTexts } from "./pane-texts.ts";
import { TabBar, tabElementId } from "./tab-bar.tsx";
import { tabs } from "./tabs.ts";
import { useDarkTheme } from "./use-dark-theme.ts";

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
export interface PaneProps extends TabProps {
  readonly version: string;
  readonly language?: Language;
  readonly onLanguageChange?: (language: Language) => void;
  /** The host's theme; left out, the system's. */
  readonly isDark?: boolean;
  /** Whether the page around the pane tells of errors that nothing has handled; left out, the pane does. */
  readonly isWithinPage?: boolean;
}

/** The task pane: its head, and the tab that was chosen, which loads when it is shown. */
export function Pane({ version, onLanguageChange, isWithinPage, ...props }: PaneProps) {
  const { language: firstLanguage = "zh", isDark: hostIsDark, ...tabProps } = props;
  const styles = useStyles();
  const isDark = useDarkTheme(hostIsDark);
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const [tab, setTab] = useState<PaneTab>(tabProps.invite === undefined ? keptTab.read : templatesTab);
  const [outcome, setOutcome] = useState<ShownOutcome>();
  const say = sayIn[language];

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
      <LanguageContext value={language}>
        <div className={styles.scrolled}>
          <div className={styles.pane}>
            <header>
              <div className={styles.header}>
                <h1 className={styles.title}>{say(paneTexts.title)}</h1>
                <span className={styles.version}>
                  {say(paneTexts.version)} {version}
                </span>
                <Button size="small" appearance="subtle" onClick={switchLanguage}>
                  {say(paneTexts.switchLanguage)}
                </Button>
              </div>
              <TabBar
                label={say(paneTexts.title)}
                tabs={tabs}
                selected={tab}
                panelId={PANEL}
                onSelect={choose}
              />
            </header>
            {!isWithinPage && <FailureBar />}
            <main className={styles.main}>
              <div
                id={PANEL}
                role="tabpanel"
                aria-labelledby={tabElementId(PANEL, tab.id)}
                className={styles.main}
              >
                <LoadFailure key={tab.id}>
                  <OutcomeContext value={setOutcome}>
                    <Suspense fallback={<output className={styles.waiting}>{say(paneTexts.loading)}</output>}>
                      <tab.Component {...tabProps} />
                    </Suspense>
                  </OutcomeContext>
                </LoadFailure>
              </div>
            </main>
          </div>
        </div>
        <div className={styles.foot} role={outcome?.outcome.isProblem ? "alert" : "status"}>
          {outcome && (
            <LoadFailure words={outcome.outcome.words}>
              <Suspense fallback={say(outcome.outcome.words)}>
                <OutcomeMessage {...outcome} />
              </Suspense>
            </LoadFailure>
          )}
        </div>
      </LanguageContext>
    </FluentProvider>
  );
}
