import type { Language } from "../cells/words.ts";
import { paymentMethods } from "./payment-methods.ts";
import { paymentRates } from "./payment-rates.ts";

/** The built-in rates that are known, in words, such as 信用卡支付 1%、诚e赊 0.5%. */
/* @__NO_SIDE_EFFECTS__ */
export function knownRates(language: Language): string {
  const known = paymentRates.filter(({ rate }) => typeof rate === "number");
  const rates = known.map(({ method, rate, validFrom }) => {
    const isDated = known.filter((other) => other.method === method).length > 1;
    const english = paymentMethods.find(({ name }) => name === method)?.english ?? method;
    return language === "zh"
      ? `${method} ${percent(Number(rate))}%${isDated ? `（${validFrom} 起）` : ""}`
      : `${english} ${percent(Number(rate))} %${isDated ? ` from ${validFrom}` : ""}`;
  });
  return rates.join(language === "zh" ? "、" : ", ");
}

/** Where the known rates come from, and what is not known. */
/* @__NO_SIDE_EFFECTS__ */
export function knownRatesSource(): string {
  const known = paymentRates.flatMap(({ method, rate, base, source, validFrom }) =>
    typeof rate === "number" ? `${method} ${percent(rate)}%（${base}，${validFrom} 起，${source}）` : [],
  );
  return `seed：${known.join("；")}；其余费率没有公开资料，须自行填写；四舍五入到分为假设`;
}

/** A share in per cent, without the crumbs of binary fractions. */
const percent = (share: number) => Number((share * 100).toPrecision(12));
