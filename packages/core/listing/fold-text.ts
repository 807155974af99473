import { halfWidth } from "../cells/half-width.ts";
/** The form in which titles and words are compared: full-width and upper-case letters make no difference. */
export const foldText = (text: string): string => halfWidth(text).toLowerCase();
