import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../apps/api/", import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8"));
/** What `pnpm serve` has Node run. */
const SERVE: readonly string[] = scripts.serve.split(" ").slice(1);

/** The API as a process of its own. */
export class ApiProcess {
  readonly #child: ChildProcess;
  readonly origin: string;
  /** The one-time code of the link that it printed. */
  readonly signInCode: string;

  /** Starts it on a free port, by default without a rate limit, before a command such as strace where one is given. */
  static async start(settings: Record<string, string>, before: readonly string[] = []): Promise<ApiProcess> {
    const [program = "", ...words] = [...before, process.execPath, ...SERVE];
    const environment = { PATH: process.env["PATH"] ?? "", PORT: "0", RATE_LIMIT: "0", LOG_LEVEL: "error" };
    const child = spawn(program, words, {
      cwd: FOLDER,
      env: { ...environment, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const killWithTests = () => child.kill("SIGKILL");
    process.once("exit", killWithTests);
    child.once("close", () => process.off("exit", killWithTests));
    const link = await new Promise<URL>((resolve, reject) => {
      let said = "";
      const listen = (chunk: Buffer) => {
        said += chunk;
        const found = /http:\/\/[\w.:-]+\/#signin=[\w-]+\n/.exec(said)?.[0];
        if (!found) return;
        child.stdout?.off("data", listen).resume();
        child.stderr?.off("data", listen).resume();
        resolve(new URL(found.trim()));
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.once("close", () => reject(new Error(`the API did not start:\n${said}`)));
    });
    return new ApiProcess(child, link);
  }

  private constructor(child: ChildProcess, link: URL) {
    this.#child = child;
    this.origin = link.origin;
    this.signInCode = link.hash.slice("#signin=".length);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Signs in as the local team's owner; gives the token. */
  async signIn(): Promise<string> {
    const { body } = await this.ask("POST", "/v1/signin", { json: { code: this.signInCode } });
    return body.token;
  }

  async ask(
    method: string,
    path: string,
    asked: { token?: string; json?: unknown; headers?: Record<string, string> } = {},
    // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  ): Promise<{ status: number; headers: Headers; body: any }> {
    const { token, json, headers } = asked;
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("Content-Type")?.includes("json");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** Ends it at once, or in order; resolves when it is gone. */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "close");
    this.#child.kill(signal);
    await ended;
  }
}
