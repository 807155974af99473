/** Why a value could not be computed: #VALUE! for a bad argument, #N/A for what is not known. */
export type RefusalCode = "#VALUE!" | "#N/A";

/** A refusal is a value in the answer; only bugs throw. `message` is one Chinese sentence that says what to do. */
export class Refusal {
  readonly code: RefusalCode;
  readonly message: string;

  constructor(code: RefusalCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** A refusal for a bad argument. */
export const badArgument = (message: string): Refusal => new Refusal("#VALUE!", message);

/** A refusal for what nobody stated: a rate, a year, a festival. */
export const notKnown = (message: string): Refusal => new Refusal("#N/A", message);
