import { ChangeBus } from "./change-bus.ts";
import type { Settings } from "./settings.ts";
import { AnswerStore } from "./store/answer-store.ts";
import { openSqlite } from "./store/open-sqlite.ts";
import { TeamStore } from "./store/team-store.ts";
import { TemplateStore } from "./store/template-store.ts";

/** What the routes work with. */
export interface Services {
  readonly settings: Settings;
  readonly teams: TeamStore;
  readonly templates: TemplateStore;
  readonly answers: AnswerStore;
  readonly changes: ChangeBus;
  /** Aborted when the process shuts down, so that open event streams end. */
  readonly closing: AbortSignal;
  /** Ends the event streams, so that the server can finish what is under way. */
  end(): void;
  /** Closes the store. */
  close(): Promise<void>;
}

/** Opens the store of the settings and everything that stands on it. */
export async function openServices(settings: Settings): Promise<Services> {
  const db = await openSqlite(settings.DATA_DIR);
  const closing = new AbortController();
  return {
    settings,
    teams: new TeamStore(db),
    templates: new TemplateStore(db),
    answers: new AnswerStore(db),
    changes: new ChangeBus(),
    closing: closing.signal,
    end: () => closing.abort(),
    close: () => db.destroy(),
  };
}
