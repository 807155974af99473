import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { Hono } from "hono";

/**
 * What the API is measured against: a Hono server that answers GET with a file's bytes from memory and PUT after
 * a bare durable insert of one row.
 */
const [bytesFile = "", databaseFile = ""] = process.argv.slice(2);
const bytes = readFileSync(bytesFile, "utf8");
const database = new Database(databaseFile);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("create table if not exists bodies (id integer primary key, body text not null)");
const insert = database.prepare("insert into bodies (body) values (?)");

const app = new Hono();
app.get("/v1/templates/:id", (c) => c.body(bytes, 200, { "Content-Type": "application/json", ETag: '"1"' }));
app.put("/v1/templates/:id", async (c) => {
  insert.run(await c.req.text());
  return c.body(bytes, 200, { "Content-Type": "application/json", ETag: '"1"' });
});
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => console.log(`port ${port}`));
