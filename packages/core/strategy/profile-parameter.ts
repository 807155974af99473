import type { Words } from "../cells/words.ts";
import type { RangeParameter } from "../functions/define-function.ts";
import { type Metrics, type Profile, profileReader } from "./read-profile.ts";

/** The parameter that takes a shop's profile. */
export const profileParameter = (metrics: Metrics) =>
  ({
    shape: "range",
    name: "profile",
    title: "店铺画像",
    read: profileReader(metrics),
  }) as const satisfies RangeParameter<Profile>;

/** What it takes: the metrics by name. */
export const profileWords = (metrics: Metrics): Words => {
  const names = [...metrics.keys()].join("、");
  return {
    zh: `两列：指标、值（可带表头）；指标有 ${names}`,
    en: `two columns, metric and value; the metrics are ${names}`,
  };
};
