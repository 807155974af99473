import { ChangeBus } from "./change-bus.ts";
import type { Settings } from "./settings.ts";
import { openStore, type Store } from "./store/store.ts";

/** What the routes work with. */
export interface Services {
  readonly settings: Settings;
  readonly store: Store;
  readonly changes: ChangeBus;
}

/** Opens the store of the settings and everything that stands on it. */
export async function openServices(settings: Settings): Promise<Services> {
  const changes = new ChangeBus();
  return { settings, store: await openStore(settings, changes), changes };
}
