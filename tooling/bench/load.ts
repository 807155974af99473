import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What each connection of a load does. */
export interface Client {
  /** The next request, as it goes over the wire. */
  request(): string | Buffer;
  /** Hears the head of the answer, where the next request depends on it. */
  answered?(head: string): void;
}

/** One kept connection. */
class Connection {
  readonly #socket: Socket;
  #head = "";
  #missing = 0;
  #answered: (head: string) => void = () => {};
  #failed: (error: Error) => void = () => {};

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    await new Promise((opened, failed) => socket.once("connect", opened).once("error", failed));
    return new Connection(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("error", (error) => this.#failed(error));
  }

  /** Asks and gives the head of the answer once all of it has come; an answer other than 2xx is an error. */
  ask(request: string | Buffer): Promise<string> {
    return new Promise((answered, failed) => {
      this.#answered = answered;
      this.#failed = failed;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#missing > 0) this.#missing -= chunk.length;
    else {
      this.#head += chunk.toString("latin1");
      const end = this.#head.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!this.#head.startsWith("HTTP/1.1 2")) {
        this.#failed(new Error(this.#head.slice(0, 2000)));
        return;
      }
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#head)?.[1]);
      this.#missing = length - (this.#head.length - end - 4);
    }
    if (this.#missing > 0) return;
    const head = this.#head;
    this.#head = "";
    this.#missing = 0;
    this.#answered(head);
  }
}

/** Asks over many connections at once, each again when it is answered, for some seconds; gives the answers a second. */
export async function answersPerSecond(
  port: number,
  clients: readonly Client[],
  seconds: number,
): Promise<number> {
  const connections = await Promise.all(clients.map(() => Connection.open(port)));
  let answers = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const work = async (client: Client, connection: Connection) => {
    while (performance.now() < end) {
      const head = await connection.ask(client.request());
      client.answered?.(head);
      answers++;
    }
  };
  await Promise.all(clients.map((client, index) => work(client, connections[index] as Connection)));
  const took = (performance.now() - start) / 1000;
  for (const connection of connections) connection.close();
  return answers / took;
}

/** Asks a number of times at a steady pace, by some connections at once, whatever the server takes for it. */
export async function askSteadily(
  port: number,
  clients: readonly Client[],
  times: number,
  perSecond: number,
): Promise<void> {
  const connections = await Promise.all(clients.map(() => Connection.open(port)));
  const start = performance.now();
  for (let asked = 0; asked < times; asked += clients.length) {
    await Promise.all(
      clients.map((client, index) => (connections[index] as Connection).ask(client.request())),
    );
    const late = start + ((asked + clients.length) / perSecond) * 1000 - performance.now();
    if (late > 1) await sleep(late);
  }
  for (const connection of connections) connection.close();
}

/** How many milliseconds one request takes, from the first byte sent to the last byte received. */
export async function millisecondsOf(port: number, request: string): Promise<number> {
  const connection = await Connection.open(port);
  const start = performance.now();
  await connection.ask(request);
  const took = performance.now() - start;
  connection.close();
  return took;
}
