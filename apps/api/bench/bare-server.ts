import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { Hono } from "hono";

/**
 * What the API is measured against (tooling/bench/api.ts): a Hono server that answers a template's bytes from
 * memory, does a bare durable insert of one row for each PUT, and serialises a list of changes that it holds.
 */
const [folder = "."] = process.argv.slice(2);
const template = readFileSync(join(folder, "template.json"), "utf8");
const changes: unknown = JSON.parse(readFileSync(join(folder, "changes.json"), "utf8"));
const database = new Database(join(folder, "bare.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("create table bodies (id integer primary key, body text not null)");
const insert = database.prepare("insert into bodies (body) values (?)");

const headers = { "Content-Type": "application/json", ETag: '"1"' };
const app = new Hono();
app.get("/v1/templates/:id", (c) => c.body(template, 200, headers));
app.put("/v1/templates/:id", async (c) => {
  insert.run(await c.req.text());
  return c.body(template, 200, headers);
});
app.get("/v1/changes", (c) => c.json(changes));
app.get("/cpu", (c) => {
  const { user, system } = process.cpuUsage();
  return c.text(`process_cpu_seconds ${(user + system) / 1e6}\n`);
});
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => console.log(`port ${port}`));
