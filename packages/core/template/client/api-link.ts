import type { z } from "zod";
import { PROTOCOL_VERSION, type ProtocolVersion, servedProtocols } from "../wire/template.ts";
import { type ApiRequest, askApi, type Reply } from "./api-request.ts";
import type { SyncPorts } from "./sync-ports.ts";

const FORMER = servedProtocols[0];

/** The way to the server, in the newest version of the protocol that both sides speak (T19.1). */
export class ApiLink {
  readonly #ports: Pick<SyncPorts, "fetch" | "timer">;
  readonly #origin: string;
  /** The version before ours where it is the former server. */
  #protocol: ProtocolVersion = PROTOCOL_VERSION;
  #askedAt = 0;

  /** `origin`: where the API is, such as `https://example.com`; blank for the page's own. */
  constructor(ports: Pick<SyncPorts, "fetch" | "timer">, origin: string) {
    this.#ports = ports;
    this.#origin = origin;
  }

  get protocol(): ProtocolVersion {
    return this.#protocol;
  }

  /** When the last request was made. */
  get askedAt(): number {
    return this.#askedAt;
  }

  /** What differs between versions is given as a function. */
  async ask<Schema extends z.ZodType>(
    schema: Schema,
    asked: ApiRequest | ((protocol: ProtocolVersion) => ApiRequest),
  ): Promise<Reply<z.infer<Schema>>> {
    const askIn = (protocol: ProtocolVersion) => {
      this.#askedAt = this.#ports.timer.now();
      const request = typeof asked === "function" ? asked(protocol) : asked;
      return askApi(this.#ports, this.#origin, schema, request, protocol);
    };
    const spoken = this.#protocol;
    const reply = await askIn(spoken);
    if (reply.type === "refusal" && reply.problem.status === 426) {
      // The former server does not always say its version.
      if (spoken === FORMER || (reply.protocol !== undefined && reply.protocol !== FORMER)) return reply;
      this.#protocol = FORMER;
      return askIn(FORMER);
    }
    if (reply.protocol !== undefined && Number(reply.protocol) >= Number(PROTOCOL_VERSION)) this.renew();
    return reply;
  }

  /** Begins with the newest version again. */
  renew(): void {
    this.#protocol = PROTOCOL_VERSION;
  }
}

/** Why the versions of page and server do not match (T15.1), told from what a refused answer says. */
export function mismatchSentence({ protocol }: Reply<unknown>, detail: string): string {
  const served = Number(protocol);
  if (served > Number(PROTOCOL_VERSION)) return "服务已更新，请刷新页面；没推送的修改留在本机。";
  if (served < Number(FORMER)) return "服务的版本比本页旧，请联系管理者升级服务；没推送的修改留在本机。";
  return detail;
}
