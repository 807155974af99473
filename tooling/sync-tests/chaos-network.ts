import type { Fetch, FetchAnswer } from "@sevenstar/core/template/client/sync-ports";
import type { VirtualTime } from "./virtual-time.ts";

/** How a network behaves; the rates are from 0 to 1. */
export interface Weather {
  /** Requests that never arrive. */
  readonly lostRequests: number;
  /** Answers that never arrive. */
  readonly lostAnswers: number;
  /** Requests that arrive a second time. */
  readonly repeats: number;
  /** The longest way, one direction, in milliseconds; every message takes its own time, so that they overtake. */
  readonly longestWay: number;
}

export const fairWeather: Weather = { lostRequests: 0, lostAnswers: 0, repeats: 0, longestWay: 50 };

/** A server that takes requests in process; undefined while it is down. */
export type Serve = (url: string, request: RequestInit) => Promise<Response | undefined>;

/** Loses, delays, repeats and reorders what goes between a client and a server. */
export class ChaosNetwork {
  readonly #time: VirtualTime;
  readonly #random: () => number;
  readonly #serve: Serve;
  readonly #streams = new Set<() => void>();
  weather: Weather = fairWeather;
  /** What was sent, as `PUT /v1/templates/a`, whether it arrived or not. */
  readonly sent: string[] = [];

  /** `serve` is asked for each request, so that the server may be another one by then. */
  constructor(time: VirtualTime, random: () => number, serve: Serve) {
    this.#time = time;
    this.#random = random;
    this.#serve = serve;
  }

  /** Cuts every open event stream. */
  cutStreams(): void {
    for (const cut of this.#streams) cut();
  }

  readonly fetch: Fetch = (url, { method, headers, body, signal }) =>
    new Promise<FetchAnswer>((resolve, reject) => {
      this.sent.push(`${method} ${url}`);
      const broken = () => reject(new TypeError("fetch failed"));
      signal.addEventListener("abort", broken);
      const { lostRequests, lostAnswers, repeats } = this.weather;
      const request = { method, headers, ...(body === undefined ? {} : { body }) };
      if (this.#random() < lostRequests) {
        // Some are refused at once, for some nothing is ever heard.
        if (this.#random() < 0.5) this.#later(broken);
        return;
      }
      this.#later(async () => {
        const answer = await this.#serve(url, request);
        if (url.endsWith("/v1/events")) {
          this.#later(() => {
            if (answer?.ok && !signal.aborted) return resolve(this.#streamed(answer));
            broken();
            void answer?.body?.cancel();
          });
          return;
        }
        const text = await answer?.text();
        if (!answer || text === undefined) return this.#later(broken);
        if (this.#random() < lostAnswers) return;
        const { status, headers } = answer;
        this.#later(() => resolve({ status, headers, body: null, text: async () => text }));
      });
      if (this.#random() < repeats && !url.endsWith("/v1/events")) {
        this.#later(async () => {
          await (await this.#serve(url, request))?.text();
        });
      }
    });

  #later(call: () => void | Promise<void>): void {
    this.#time.after(1 + this.#random() * this.weather.longestWay, call);
  }

  #streamed(answer: Response): FetchAnswer {
    let cut = () => {};
    const broken = new Promise<never>((_, reject) => {
      cut = () => reject(new TypeError("terminated"));
    });
    broken.catch(() => {});
    this.#streams.add(cut);
    const reader = answer.body?.getReader();
    const end = () => {
      this.#streams.delete(cut);
      return reader?.cancel() ?? Promise.resolve();
    };
    return {
      status: answer.status,
      headers: answer.headers,
      text: () => answer.text(),
      body: {
        getReader: () => ({
          read: () => Promise.race([reader?.read() ?? broken, broken]),
          cancel: end,
        }),
      },
    };
  }
}
