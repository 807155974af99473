const TRADITIONAL = "節陽臘驚蟄穀滿種處農曆氣";
const SIMPLIFIED = "节阳腊惊蛰谷满种处农历气";
const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, "g");

/** A text with the traditional characters that occur in festival names and date rules simplified. */
export const simplified = (text: string): string =>
  text.replace(ANY_TRADITIONAL, (character) => SIMPLIFIED[TRADITIONAL.indexOf(character)] as string);
