import {
  Button,
  FluentProvider,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  SearchBox,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import type { Domain } from "@sevenstar/core/functions/define-function";
import { domains } from "@sevenstar/core/functions/domains";
import type { Words } from "@sevenstar/core/functions/quantity";
import { useDeferredValue, useMemo, useState } from "react";
import type { FunctionCard } from "./function-card.ts";
import { FunctionEntry } from "./function-entry.tsx";
import { type Language, paneTexts } from "./pane-texts.ts";
import { searchFunctions } from "./search-functions.ts";
import type { SheetHost } from "./sheet-host.ts";
import { useDarkTheme } from "./use-dark-theme.ts";

const useStyles = makeStyles({
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
  header: { display: "flex", alignItems: "baseline", columnGap: "8px", padding: "8px 0 4px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  version: { flex: "1 1 0", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  links: { display: "flex", flexWrap: "wrap", columnGap: "16px", paddingBottom: "8px" },
  search: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: "8px 0",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  box: { width: "100%", maxWidth: "none" },
  main: { flex: "1 1 auto" },
  domain: {
    margin: "12px 0 0",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  status: { position: "sticky", bottom: "8px", zIndex: 1 },
  empty: { padding: "24px 0", textAlign: "center" },
});

/** What the pane needs of the page it stands in. */
export interface PaneProps {
  readonly functions: readonly FunctionCard[];
  readonly version: string;
  /** The manual's address; `/ID` is added for one function, `/symptoms` for the help by symptom. */
  readonly docsUrl: string;
  /** The spreadsheet beside the pane; left out, formulas can only be copied. */
  readonly host?: SheetHost;
  /** A sentence above the list, such as why nothing can be inserted. */
  readonly notice?: Words;
  readonly language?: Language;
  readonly onLanguageChange?: (language: Language) => void;
  /** The host's theme; left out, the system's. */
  readonly isDark?: boolean;
}

interface Outcome {
  readonly isProblem: boolean;
  readonly sentence: string;
}

/** The task pane: finds a function, shows its parameters and example, and inserts it into the selected cell. */
export function Pane(props: PaneProps) {
  const { functions, version, docsUrl, host, notice, onLanguageChange } = props;
  const styles = useStyles();
  const isDark = useDarkTheme(props.isDark);
  const [language, setLanguage] = useState<Language>(props.language ?? "zh");
  const [query, setQuery] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const searched = useDeferredValue(query.trim());
  const hits = useMemo(() => searchFunctions(functions, searched), [functions, searched]);
  const text = (key: keyof typeof paneTexts) => paneTexts[key][language];

  const switchLanguage = () => {
    const next = language === "zh" ? "en" : "zh";
    setLanguage(next);
    setOutcome(undefined);
    onLanguageChange?.(next);
  };

  const take = async (card: FunctionCard) => {
    if (isBusy) return;
    setIsBusy(true);
    setOutcome(undefined);
    try {
      setOutcome(await (host ? insert(host, card) : copy(card)));
    } finally {
      setIsBusy(false);
    }
  };
  const insert = async (sheet: SheetHost, card: FunctionCard): Promise<Outcome> => {
    try {
      const answer = await sheet.insertFormula(card.example);
      return "problem" in answer
        ? { isProblem: true, sentence: answer.problem }
        : { isProblem: false, sentence: `${text("inserted")} ${answer.address}` };
    } catch (error) {
      return { isProblem: true, sentence: `${text("failed")}${String(error)}` };
    }
  };
  const copy = async (card: FunctionCard): Promise<Outcome> => {
    try {
      await navigator.clipboard.writeText(card.example);
      return { isProblem: false, sentence: `${text("copied")}${card.example}` };
    } catch {
      return { isProblem: true, sentence: text("copyRefused") };
    }
  };

  return (
    <FluentProvider
      theme={isDark ? webDarkTheme : webLightTheme}
      style={{ minHeight: "100%", colorScheme: isDark ? "dark" : "light" }}
    >
      <div className={styles.pane} lang={language === "zh" ? "zh-CN" : "en"}>
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
          <nav className={styles.links} aria-label={text("manual")}>
            <Link href={docsUrl} target="_blank" rel="noreferrer">
              {text("manual")}
            </Link>
            <Link href={`${docsUrl}/symptoms`} target="_blank" rel="noreferrer">
              {text("symptoms")}
            </Link>
          </nav>
          {notice && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{notice[language]}</MessageBarBody>
            </MessageBar>
          )}
        </header>
        <search className={styles.search}>
          <SearchBox
            className={styles.box}
            aria-label={text("search")}
            placeholder={text("searchHint")}
            value={query}
            dismiss={{ "aria-label": text("clearSearch") }}
            onChange={(_, { value }) => {
              setQuery(value);
              setOutcome(undefined);
            }}
          />
        </search>
        <main className={styles.main} aria-label={text("functions")}>
          <output style={{ display: "block" }}>
            {hits.length === 0 && (
              <div className={styles.empty}>
                <p>
                  {text("nothingFound")}
                  {searched}
                </p>
                <p>{text("tryAnother")}</p>
                <Button onClick={() => setQuery("")}>{text("showAll")}</Button>
              </div>
            )}
          </output>
          {byDomain(hits).map(([domain, cards]) => (
            <section key={domain} aria-labelledby={`domain-${domain}`}>
              <h2 id={`domain-${domain}`} className={styles.domain}>
                {domains[domain][language]}
              </h2>
              <ul className={styles.list}>
                {cards.map((card) => (
                  <FunctionEntry
                    key={card.id}
                    card={card}
                    language={language}
                    docsUrl={docsUrl}
                    canInsert={host !== undefined}
                    isBusy={isBusy}
                    onTake={take}
                  />
                ))}
              </ul>
            </section>
          ))}
        </main>
        <div className={styles.status} role={outcome?.isProblem ? "alert" : "status"}>
          {outcome && (
            <MessageBar intent={outcome.isProblem ? "error" : "success"} layout="multiline">
              <MessageBarBody>{outcome.sentence}</MessageBarBody>
              <MessageBarActions
                containerAction={
                  <Button
                    size="small"
                    appearance="transparent"
                    icon={<span aria-hidden="true">✕</span>}
                    aria-label={text("close")}
                    onClick={() => setOutcome(undefined)}
                  />
                }
              />
            </MessageBar>
          )}
        </div>
      </div>
    </FluentProvider>
  );
}

/** The cards in groups by domain; the order within a group and of the groups' first cards stays. */
function byDomain(cards: readonly FunctionCard[]): [Domain, FunctionCard[]][] {
  const groups = new Map<Domain, FunctionCard[]>();
  for (const card of cards) groups.set(card.domain, [...(groups.get(card.domain) ?? []), card]);
  return [...groups];
}
