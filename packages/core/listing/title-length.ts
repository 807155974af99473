/** The platform's limit on a title's weighted length (seed 47: 60 个字符，30 个汉字). */
export const TITLE_LIMIT = 60;

/** The part of the limit, in per cent, from which a title counts as 尽量用到位; an assumption. */
export const TITLE_USED_PERCENT = 90;

/** The shortest weighted length that uses the limit well. */
export const TITLE_USED = Math.ceil((TITLE_LIMIT * TITLE_USED_PERCENT) / 100);

/**
 * The weighted length of a title: code points up to U+007F count 1, all others 2; leading and trailing
 * blanks do not count (facts.md §1).
 */
export function titleLength(title: string): number {
  const text = title.trim();
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    length += unit <= 0x7f ? 1 : 2;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(index + 1);
      if (next >= 0xdc00 && next <= 0xdfff) index++;
    }
  }
  return length;
}
