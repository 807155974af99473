import type { Language } from "@sevenstar/core/cells/words";
import { localStore } from "@sevenstar/pane/browser/local-store.ts";
import { useState } from "react";

const KEY = "sevenstar.language";

/** The language that was chosen last, Chinese before a choice, and the way to choose another. */
export function useKeptLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(localStore.read(KEY) === "en" ? "en" : "zh");
  const choose = (next: Language) => {
    setLanguage(next);
    localStore.write(KEY, next);
  };
  return [language, choose];
}
