const NUMBER_TEXT =
  /^([+-])?\s*¥?\s*([+-])?\s*(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,3}))?\s*(%|元)?$/i;

/** What most cells hold: neither folding nor a second look is needed. */
const PLAIN_DIGITS = /^\d{1,15}(?:\.\d{1,15})?$/;

/**
 * Reads a number as merchants paste it: `1,234.50`, `¥105`, `105元`, `12.3%`, full-width digits (G4).
 * Anything else gives undefined. Percentages come back as fractions, exact to the decimal.
 */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  if (PLAIN_DIGITS.test(value)) return Number(value);
  const match = NUMBER_TEXT.exec(value.normalize("NFKC").trim());
  if (!match) return undefined;
  const [, outerSign, innerSign, digits = "", exponent = "0", unit] = match;
  if (outerSign && innerSign) return undefined;
  const power = Number(exponent) - (unit === "%" ? 2 : 0);
  const number = Number(`${outerSign ?? innerSign ?? ""}${digits.replaceAll(",", "")}e${power}`);
  return Number.isFinite(number) ? number : undefined;
}
