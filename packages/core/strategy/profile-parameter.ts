import type { RangeParameter } from "../functions/define-function.ts";
import { type Metrics, type Profile, profileReader } from "./read-profile.ts";

/** The parameter that takes a shop's profile; its words name the metrics. */
export const profileParameter = (metrics: Metrics) => {
  const names = [...metrics.keys()].join("、");
  return {
    shape: "range",
    name: "profile",
    title: "店铺画像",
    words: {
      zh: `两列：指标、值（可带表头）；指标有 ${names}`,
      en: `two columns, metric and value; the metrics are ${names}`,
    },
    read: profileReader(metrics),
    zeroIsBlank: true,
  } as const satisfies RangeParameter<Profile>;
};
