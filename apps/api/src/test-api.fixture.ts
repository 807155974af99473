import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "./app.ts";
import type { Api } from "./routes/document.ts";
import { openServices, type Services } from "./services.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { Tables } from "./store/tables.ts";

/** A request's answer, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly body: any;
}

interface Asked {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** The real API over a real store, SQLite in a folder of its own unless the settings say otherwise, in process. */
export class TestApi {
  readonly services: Services;
  readonly app: Api;
  readonly folder: string;

  static async open(
    settings: Partial<Settings> = {},
    folder = mkdtempSync(join(tmpdir(), "sevenstar-api-")),
  ) {
    const defaults = readSettings({ DATA_DIR: folder, LOG_LEVEL: "silent", RATE_LIMIT: "0" }) as Settings;
    return new TestApi(await openServices({ ...defaults, ...settings }), folder);
  }

  private constructor(services: Services, folder: string) {
    this.services = services;
    this.app = createApp(services);
    this.folder = folder;
  }

  async ask(method: string, path: string, { token, headers, json, raw }: Asked = {}): Promise<Answer> {
    const body = json === undefined ? raw : JSON.stringify(json);
    const response = await this.app.request(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get("Content-Type")?.includes("json");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** A new team; gives its owner's token. */
  async team(name = "测试团队"): Promise<string> {
    return (await this.ask("POST", "/v1/teams", { json: { name, member: "小王" } })).body.token;
  }

  /** A new member of a team with a role; gives the token. */
  async join(owner: string, role: string, member = "小李"): Promise<string> {
    const { body } = await this.ask("POST", "/v1/invites", { token: owner, json: { role } });
    return (await this.ask("POST", "/v1/invites/accept", { json: { code: body.code, member } })).body.token;
  }

  /** All that the store's tables hold, as text. */
  async dump(): Promise<string> {
    const { db } = this.services.store;
    const tables = await db.introspection.getTables();
    const rows = tables.map(({ name }) =>
      db
        .selectFrom(name as keyof Tables)
        .selectAll()
        .execute(),
    );
    return JSON.stringify(await Promise.all(rows));
  }

  async close(): Promise<void> {
    this.services.changes.end();
    await this.services.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
