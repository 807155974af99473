import { boundedText } from "./bounded-text.ts";

/**
 * Why a value could not be computed: #VALUE! for a bad argument, #N/A for what is not known; the others only where
 * such an error came in (G14).
 */
export type RefusalCode = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NUM!" | "#NULL!";

/** A refusal is a value in the answer; only bugs throw. `message` is one Chinese sentence that says what to do. */
export class Refusal {
  readonly code: RefusalCode;
  readonly message: string;

  constructor(code: RefusalCode, message: string) {
    this.code = code;
    this.message = boundedText(message);
  }
}

/** A refusal for a bad argument. */
export const badArgument = (message: string): Refusal => new Refusal("#VALUE!", message);

/** A refusal for what nobody stated: a rate, a year, a festival. */
export const notKnown = (message: string): Refusal => new Refusal("#N/A", message);
