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

/**
 * What is not known: a value with the sentence that says why and what to fill in. As a formula's answer it is #N/A
 * with that sentence; in a table it is the word 未知, and the sentence stands beside it.
 */
export class Unknown extends Refusal {
  constructor(message: string) {
    super("#N/A", message);
  }
}

/** Nobody stated it: a rate, a year, a festival. */
export const notKnown = (message: string): Unknown => new Unknown(message);

export const UNKNOWN = "未知";

/** A value as a table shows it beside its sentence. */
export const shownInTable = <Value>(value: Value): Exclude<Value, Unknown> | typeof UNKNOWN =>
  value instanceof Unknown ? UNKNOWN : (value as Exclude<Value, Unknown>);
