import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  SearchBox,
  tokens,
} from "@fluentui/react-components";
import type { Language, Words } from "@sevenstar/core/cells/words";
import type { Domain } from "@sevenstar/core/functions/define-function";
import { domains } from "@sevenstar/core/functions/domains";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { copyText } from "../browser/copy-text.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { OutcomeBar } from "../shell/outcome-bar.tsx";
import type { Outcome } from "../shell/outcome-context.ts";
import { paneTexts } from "../shell/pane-texts.ts";
import type { FunctionCard } from "./function-card.ts";
import { FunctionEntry } from "./function-entry.tsx";
import { searchFunctions } from "./search-functions.ts";

const useStyles = makeStyles({
  links: { display: "flex", flexWrap: "wrap", columnGap: "16px", paddingTop: "8px" },
  search: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: "8px 0",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  box: { width: "100%", maxWidth: "none" },
  domain: {
    margin: "12px 0 0",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  empty: { padding: "24px 0", textAlign: "center" },
});

interface FunctionListProps {
  /** The cards, or what loads them. */
  readonly functions: readonly FunctionCard[] | (() => Promise<readonly FunctionCard[]>);
  readonly docsUrl: string;
  readonly language: Language;
  readonly host: SheetHost | undefined;
  readonly notice: Words | undefined;
}

/** The functions once their cards are loaded. */
export function FunctionList({ functions, ...others }: FunctionListProps) {
  const [cards, setCards] = useState(typeof functions === "function" ? undefined : functions);
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (typeof functions === "function") functions().then(setCards, setFailure);
    else setCards(functions);
  }, [functions]);
  // The pane shows what could not be loaded, and the way to load it again.
  if (failure !== undefined) throw failure;
  return cards ? (
    <LoadedFunctions functions={cards} {...others} />
  ) : (
    <output>{paneTexts.loading[others.language]}</output>
  );
}

interface LoadedFunctionsProps extends Omit<FunctionListProps, "functions"> {
  readonly functions: readonly FunctionCard[];
}

/** Finds a function, shows its parameters and example, and inserts it into the selected cell. */
function LoadedFunctions({ functions, docsUrl, language, host, notice }: LoadedFunctionsProps) {
  const styles = useStyles();
  const [query, setQuery] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const searched = useDeferredValue(query.trim());
  const hits = useMemo(() => searchFunctions(functions, searched), [functions, searched]);
  const text = (key: keyof typeof paneTexts) => paneTexts[key][language];

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
    const isCopied = await copyText(card.example);
    return isCopied
      ? { isProblem: false, sentence: `${text("copied")}${card.example}` }
      : { isProblem: true, sentence: text("copyRefused") };
  };

  return (
    <>
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
      <OutcomeBar outcome={outcome} onClose={() => setOutcome(undefined)} />
    </>
  );
}

/** The cards in groups by domain; the order within a group and of the groups' first cards stays. */
function byDomain(cards: readonly FunctionCard[]): [Domain, FunctionCard[]][] {
  const groups = new Map<Domain, FunctionCard[]>();
  for (const card of cards) groups.set(card.domain, [...(groups.get(card.domain) ?? []), card]);
  return [...groups];
}
