import type { Services } from "./services.ts";
import type { Identity } from "./store/team-store.ts";

/** What the middleware lays ready for the routes. */
export interface Environment {
  Variables: {
    services: Services;
    /** Who asks; only behind `member`. */
    identity: Identity;
    /** The request's body, once it was read. */
    bodyText: string | undefined;
  };
}
