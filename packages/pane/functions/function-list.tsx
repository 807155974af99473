import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  SearchBox,
  tokens,
} from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { Domain } from "@sevenstar/core/functions/define-function";
import { domains } from "@sevenstar/core/functions/domains";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { copyText } from "../browser/copy-text.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { chineseOnly } from "../shell/chinese-only.ts";
import type { TabProps } from "../shell/define-tab.ts";
import { useSay } from "../shell/language-context.ts";
import { OutcomeBar } from "../shell/outcome-bar.tsx";
import type { Outcome } from "../shell/outcome-context.ts";
import { paneTexts } from "../shell/pane-texts.ts";
import type { FunctionCard } from "./function-card.ts";
import { FunctionEntry } from "./function-entry.tsx";
import { searchFunctions } from "./search-functions.ts";

const texts = {
  manual: { zh: "函数手册", en: "Manual" },
  symptoms: { zh: "公式出错怎么办", en: "When a formula fails" },
  search: { zh: "搜索函数", en: "Search functions" },
  searchHint: { zh: "搜索：运费、sxf（手续费）、PAYFEE…", en: "Search: freight, fee, PAYFEE…" },
  clearSearch: { zh: "清除搜索", en: "Clear the search" },
  copied: (formula: string): Words => ({
    zh: `已复制，请粘贴到单元格：${formula}`,
    en: `Copied, paste it into a cell: ${formula}`,
  }),
  copyRefused: {
    zh: "浏览器不允许复制，请展开函数，选中例子里的公式再复制。",
    en: "The browser did not allow copying: open the function, select the formula of its example and copy it.",
  },
  inserted: (address: string): Words => ({ zh: `已插入到 ${address}`, en: `Inserted into ${address}` }),
  failed: (reason: string): Words => ({
    zh: `公式没有插入，请再试一次；仍不行就重新打开表格。原因：${reason}`,
    en: `The formula was not inserted, please try again, then reopen the workbook. Reason: ${reason}`,
  }),
  nothingFound: { zh: "没有找到相符的函数：", en: "No function found for: " },
  tryAnother: {
    zh: "换个词试试，例如“标题”“运费”“fee”。",
    en: "Try another word, such as “title”, “freight” or “标题”.",
  },
  showAll: { zh: "显示全部函数", en: "Show all functions" },
};

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

/** The functions once their cards are loaded. */
export function FunctionList({ functions, docsUrl, host, notice }: TabProps) {
  const say = useSay();
  const [cards, setCards] = useState(typeof functions === "function" ? undefined : functions);
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (typeof functions === "function") functions().then(setCards, setFailure);
    else setCards(functions);
  }, [functions]);
  // The pane shows what could not be loaded, and the way to load it again.
  if (failure !== undefined) throw failure;
  return cards ? (
    <LoadedFunctions functions={cards} docsUrl={docsUrl} host={host} notice={notice} />
  ) : (
    <output>{say(paneTexts.loading)}</output>
  );
}

interface LoadedFunctionsProps extends Pick<TabProps, "docsUrl" | "host" | "notice"> {
  readonly functions: readonly FunctionCard[];
}

/** Finds a function, shows its parameters and example, and inserts it into the selected cell. */
function LoadedFunctions({ functions, docsUrl, host, notice }: LoadedFunctionsProps) {
  const styles = useStyles();
  const [query, setQuery] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const searched = useDeferredValue(query.trim());
  const hits = useMemo(() => searchFunctions(functions, searched), [functions, searched]);
  const say = useSay();

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
        ? { isProblem: true, words: chineseOnly(answer.problem) }
        : { isProblem: false, words: texts.inserted(answer.address) };
    } catch (error) {
      return { isProblem: true, words: texts.failed(String(error)) };
    }
  };
  const copy = async (card: FunctionCard): Promise<Outcome> => {
    const isCopied = await copyText(card.example);
    return isCopied
      ? { isProblem: false, words: texts.copied(card.example) }
      : { isProblem: true, words: texts.copyRefused };
  };

  return (
    <>
      <nav className={styles.links} aria-label={say(texts.manual)}>
        <Link href={docsUrl} target="_blank" rel="noreferrer">
          {say(texts.manual)}
        </Link>
        <Link href={`${docsUrl}/symptoms`} target="_blank" rel="noreferrer">
          {say(texts.symptoms)}
        </Link>
      </nav>
      {notice && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{say(notice)}</MessageBarBody>
        </MessageBar>
      )}
      <search className={styles.search}>
        <SearchBox
          className={styles.box}
          aria-label={say(texts.search)}
          placeholder={say(texts.searchHint)}
          value={query}
          dismiss={{ "aria-label": say(texts.clearSearch) }}
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
              {say(texts.nothingFound)}
              {searched}
            </p>
            <p>{say(texts.tryAnother)}</p>
            <Button onClick={() => setQuery("")}>{say(texts.showAll)}</Button>
          </div>
        )}
      </output>
      {byDomain(hits).map(([domain, cards]) => (
        <section key={domain} aria-labelledby={`domain-${domain}`}>
          <h2 id={`domain-${domain}`} className={styles.domain}>
            {say(domains[domain])}
          </h2>
          <ul className={styles.list}>
            {cards.map((card) => (
              <FunctionEntry
                key={card.id}
                card={card}
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
