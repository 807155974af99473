import type { Language, Words } from "@sevenstar/core/cells/words";
import { createContext, useContext } from "react";

/** One of two words, by the language. */
export type Say = (words: Words) => string;

/** Chooses words by a language. */
export const sayIn: Readonly<Record<Language, Say>> = { zh: ({ zh }) => zh, en: ({ en }) => en };

/** The language in which the interface around a component speaks. */
export const LanguageContext = createContext<Language>("zh");

/** The language around a component. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** Chooses words by the language around a component; the same function until the language changes. */
export const useSay = (): Say => sayIn[useLanguage()];
