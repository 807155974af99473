import type { ProtocolVersion } from "@sevenstar/core/template/wire/template";
import type { Services } from "./services.ts";
import type { IdempotentRequest } from "./store/idempotency-store.ts";
import type { Identity } from "./store/team-reader.ts";

/** What the middleware lays ready for the routes. */
export interface Environment {
  Variables: {
    services: Services;
    /** The version of the protocol that the request speaks (T15). */
    protocol: ProtocolVersion;
    /** The hash of the request's bearer token, of "" without one. */
    tokenHash: string;
    /** Who asks, where the token is known; behind `member` it is. */
    identity: Identity;
    /** Where the request came from, behind the proxies that are trusted; undefined where over no network. */
    address: () => string | undefined;
    /** The request's body, once it was read. */
    bodyText: string | undefined;
    /** Under which Idempotency-Key the answer is to be kept, until it is. */
    idempotent: IdempotentRequest | undefined;
  };
}
