import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SQLITE_FILE } from "@sevenstar/api/src/store/open-sqlite.ts";
import { TestApi } from "@sevenstar/api/src/test-api.fixture.ts";
import { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { seededRandom } from "@sevenstar/core/testing/seeded-random";
import { ChaosNetwork, type Serve } from "./chaos-network.ts";
import { Device } from "./device.ts";
import { VirtualTime } from "./virtual-time.ts";

/** The real API over a SQLite file, which can be restarted. */
export class TestServer {
  #api: TestApi;
  /** What every request went by, as `PUT /v1/templates/a`. */
  readonly asked: string[] = [];

  static async open(folder?: string): Promise<TestServer> {
    const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
    return new TestServer(await TestApi.open({}, folder ?? mkdtempSync(join(memory, "sevenstar-sync-"))));
  }

  private constructor(api: TestApi) {
    this.#api = api;
  }

  get api(): TestApi {
    return this.#api;
  }

  readonly serve = async (url: string, request: RequestInit): Promise<Response> => {
    this.asked.push(`${request.method} ${url}`);
    return this.#api.app.request(url, request);
  };

  /** Ends the process and starts another one over the same file. */
  async restart(): Promise<void> {
    this.#api.services.changes.end();
    await this.#api.services.store.close();
    this.#api = await TestApi.open({}, this.#api.folder);
  }

  /** A copy of the file as it is now. */
  copy(): string {
    const copy = mkdtempSync(join(tmpdir(), "sevenstar-copy-"));
    const database = new DatabaseSync(join(this.#api.folder, SQLITE_FILE));
    database.exec(`vacuum into '${join(copy, SQLITE_FILE)}'`);
    database.close();
    return copy;
  }

  /** Ends the process, puts a copy back in the file's place and starts anew. */
  async putBack(copy: string): Promise<void> {
    const { folder, services } = this.#api;
    services.changes.end();
    await services.store.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, SQLITE_FILE + end), { force: true });
    cpSync(join(copy, SQLITE_FILE), join(folder, SQLITE_FILE));
    this.#api = await TestApi.open({}, folder);
  }

  close(): Promise<void> {
    return this.#api.close();
  }
}

/** Somebody with a device; the program on it may crash and be started anew. */
export class Person {
  readonly name: string;
  readonly device: Device;
  readonly #world: SyncWorld;
  #client: SyncClient;

  constructor(world: SyncWorld, name: string) {
    this.name = name;
    this.#world = world;
    this.device = new Device(world.time, () => (world.random() < world.slowWrites ? 5 * world.random() : 0));
    this.#client = this.#newClient();
  }

  get client(): SyncClient {
    return this.#client;
  }

  /** The program crashes, and is started again over what is in the storage. */
  async restart(): Promise<void> {
    const old = this.#client;
    this.#client = this.#newClient();
    void old.stop();
    await this.#client.start();
  }

  #newClient(): SyncClient {
    const { network, time, random } = this.#world;
    return new SyncClient({
      fetch: network.fetch,
      storage: this.device.storage(),
      timer: time,
      random,
      newKey: () => crypto.randomUUID(),
    });
  }
}

/** People of a team, a network and a server, in virtual time; a seed decides what happens by chance. */
export class SyncWorld {
  readonly time = new VirtualTime();
  readonly server: TestServer;
  readonly random: () => number;
  readonly network: ChaosNetwork;
  /** The part of changes to a device's storage that take a while. */
  slowWrites = 0;

  /** `serve`: what answers in place of the server itself. */
  constructor(server: TestServer, seed: number, serve: Serve = server.serve) {
    this.server = server;
    this.random = seededRandom(seed);
    this.network = new ChaosNetwork(this.time, this.random, serve);
  }

  /** Lets time pass until a promise is settled. */
  async until<Value>(promise: Promise<Value>, milliseconds = 600_000): Promise<Value> {
    let isDone = false;
    void promise.finally(() => (isDone = true));
    await this.time.pass(milliseconds, () => isDone);
    if (!isDone) throw new Error("it takes too long");
    return promise;
  }

  /** Somebody who is signed in by a link, as an owner of the team. */
  async signedIn(name: string, team: { readonly id: string }): Promise<Person> {
    const person = new Person(this, name);
    await person.client.start();
    const code = await this.signInCode(team.id);
    const problem = await this.until(person.client.signIn(code));
    if (problem) throw new Error(problem.problem);
    return person;
  }

  /** Somebody who was signed in before, as an owner of the team; the program is not started yet. */
  async member(name: string, team: { readonly id: string }): Promise<Person> {
    const person = new Person(this, name);
    const code = await this.signInCode(team.id);
    const admission = await this.server.api.services.store.write(({ teams }) => teams.signIn(code));
    person.device.values.set("sevenstar.session", JSON.stringify(admission));
    return person;
  }

  async signInCode(teamId: string): Promise<string> {
    const { store } = this.server.api.services;
    const [owner] = await store.reads.teams.members(teamId);
    if (!owner) throw new Error("a team without members");
    return store.write(({ teams }) => teams.signInCode(teamId, owner));
  }

  /** A new team. */
  async newTeam(): Promise<{ readonly id: string; readonly token: string }> {
    const { team, token } = await this.server.api.services.store.write(({ teams }) =>
      teams.createTeam("测试团队", "小王"),
    );
    return { id: team.id, token };
  }

  /** Lets time pass until all these clients rest. */
  async rest(...people: readonly Person[]): Promise<void> {
    const isResting = () =>
      people.every(({ client }) => ["synced", "conflict"].includes(client.snapshot().state));
    await this.time.pass(600_000, isResting);
    if (!isResting()) throw new Error("they do not come to rest");
  }
}
