import type { Language, Words } from "@sevenstar/core/cells/words";
import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import { localStore } from "@sevenstar/pane/browser/local-store.ts";
import type { FunctionCard } from "@sevenstar/pane/functions/function-card.ts";
import type { SheetHost } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { PageFailure } from "@sevenstar/pane/shell/page-failure.tsx";
import { Pane } from "@sevenstar/pane/shell/pane.tsx";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { OfficeConnection } from "./office-connection.ts";

const notices: Readonly<Record<OfficeConnection, Words | undefined>> = {
  excel: undefined,
  "plain-tab": {
    zh: "不在 Excel 里：可以查看和复制函数，不能插入。",
    en: "Not inside Excel: functions can be read and copied, not inserted.",
  },
  unreachable: {
    zh: "微软的 office.js 没有加载成功，公式暂时不能计算和插入。请检查网络后重新打开这个窗格；一直不行就请管理员改用世纪互联或自带的 office.js。",
    en: "Microsoft's office.js could not be loaded, so formulas cannot be computed or inserted now. Check the network and reopen this pane; if that does not help, ask your administrator to use the 21Vianet or the self-hosted office.js.",
  },
};

/** Draws the pane into the page, beside a spreadsheet where there is one. */
export function showPane(connection: OfficeConnection, host: SheetHost | undefined): void {
  const place = document.createElement("div");
  place.id = "pane";
  document.body.append(place);
  const theme = connection === "excel" ? Office.context.officeTheme : undefined;
  const notice = notices[connection];
  createRoot(place).render(
    <StrictMode>
      <PageFailure>
        <Pane
          functions={functionCards}
          version={SEVENSTAR_VERSION}
          docsUrl={SEVENSTAR_DOCS_URL}
          language={storedLanguage.read()}
          onLanguageChange={storedLanguage.write}
          {...(host ? { host } : {})}
          {...(notice ? { notice } : {})}
          {...(theme?.isDarkTheme === undefined ? {} : { isDark: theme.isDarkTheme })}
        />
      </PageFailure>
    </StrictMode>,
  );
}

/** Every function's card; loaded when the functions are shown, as they are a tenth of the pane. */
const functionCards = async () =>
  (await loadPart(() => import("./function-cards.ts"))).functionCards.map(qualified);

/** The card with its example under the name that this edition's manifest registers. */
function qualified(card: FunctionCard): FunctionCard {
  const namespace = new URLSearchParams(location.search).get("namespace");
  return namespace ? { ...card, example: `=${namespace}.${card.example.slice(1)}` } : card;
}

const languageKey = () =>
  `${(typeof Office !== "undefined" && Office.context?.partitionKey) || ""}sevenstar.language`;

/** The chosen language, kept where the browser allows it; before a choice Excel's own, elsewhere Chinese. */
const storedLanguage = {
  read(): Language {
    const chosen = localStore.read(languageKey());
    if (chosen) return chosen === "en" ? "en" : "zh";
    const excels = typeof Office !== "undefined" ? Office.context?.displayLanguage : undefined;
    return excels && !excels.toLowerCase().startsWith("zh") ? "en" : "zh";
  },
  write(language: Language): void {
    localStore.write(languageKey(), language);
  },
};
