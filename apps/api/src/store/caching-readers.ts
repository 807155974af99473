import { ReadCache } from "./read-cache.ts";
import type { Cursor, Template } from "./stored-template.ts";
import { type Identity, TeamReader } from "./team-reader.ts";
import { cursorText, type Dialect } from "./template-json.ts";
import { TemplateReader } from "./template-reader.ts";

const MOST_IDENTITIES = 10_000;
const MOST_TEMPLATE_CHARACTERS = 8_000_000;
const MOST_CHANGE_BYTES = 8_000_000;

/** A team reader that remembers whose token is whose until a team changes. */
export class CachingTeamReader extends TeamReader {
  readonly #identities = new ReadCache<Identity>(MOST_IDENTITIES, () => 1);

  override identify(tokenHash: string): Promise<Identity | undefined> {
    return this.#identities.get(tokenHash, () => super.identify(tokenHash));
  }

  forget(): void {
    this.#identities.forget();
  }
}

/**
 * A template reader that remembers the templates and the pages of changes it read until a template changes: all
 * who hear of a change ask for the same page.
 */
export class CachingTemplateReader extends TemplateReader {
  readonly #templates = new ReadCache<Template>(
    MOST_TEMPLATE_CHARACTERS,
    ({ rowsJson }) => rowsJson.length + 500,
  );
  readonly #pages = new ReadCache<Uint8Array<ArrayBuffer>>(MOST_CHANGE_BYTES, ({ length }) => length + 500);

  override find(teamId: string, id: string): Promise<Template | undefined> {
    return this.#templates.get(`${teamId} ${id}`, () => super.find(teamId, id));
  }

  override changesJson(
    teamId: string,
    since: Cursor,
    limit: number,
    dialect: Dialect,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const key = `${teamId} ${cursorText(since)} ${limit} ${dialect.protocol} ${dialect.history}`;
    return this.#pages.get(key, () => super.changesJson(teamId, since, limit, dialect));
  }

  forget(): void {
    this.#templates.forget();
    this.#pages.forget();
  }
}
