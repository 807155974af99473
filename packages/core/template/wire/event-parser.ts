/** An event of a `text/event-stream`. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string;
}

/** Reads a `text/event-stream` piece by piece, wherever it was cut; comments are skipped. */
export class EventParser {
  #rest = "";
  #fields: Record<string, string> = {};

  /** The events that are complete with this piece. */
  push(piece: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        const { event = "message", data, id = "" } = this.#fields;
        if (data !== undefined) events.push({ event, data, id });
        this.#fields = {};
        continue;
      }
      const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
      if (field === "data" && this.#fields["data"] !== undefined) this.#fields["data"] += `\n${value}`;
      else if (field !== "") this.#fields[field] = value;
    }
    return events;
  }
}
