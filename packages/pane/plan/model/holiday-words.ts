import { findFestival } from "@sevenstar/core/calendar/festivals";
import type { Words } from "@sevenstar/core/cells/words";

/** The statutory holidays that are no festival of the lunar calendar. */
const statutory: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  劳动节: "Labour Day",
  国庆节: "National Day",
};

/** A festival's English words begin with its name, before the day on which it falls. */
const english = (name: string) => statutory[name] ?? findFestival(name)?.words.en.split(",")[0] ?? name;

/** What a festival, a solar term or a public holiday is called; one that only a notice knows keeps its name. */
export const holidayWords = (name: string): Words => ({
  zh: name,
  en: name.split("、").map(english).join(" and "),
});
