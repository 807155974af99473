import { connect, type Socket } from "node:net";

/** What each connection of a load does. */
export interface Client {
  /** The next request as it goes over the wire. */
  request(): string | Buffer;
  /** Reads an answer, given as its head and the whole text where the body is needed. */
  answered?(head: string): void;
}

/**
 * Asks over many connections at once, each asking again when it is answered, for some seconds.
 *
 * Gives the answers per second; an answer other than 2xx is an error.
 */
export async function load(port: number, clients: readonly Client[], seconds: number): Promise<number> {
  let answers = 0;
  let isOver = false;
  const one = (client: Client) =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.setNoDelay(true);
      let head = "";
      let missing = 0;
      const ask = () => (isOver ? resolve(socket) : socket.write(client.request()));
      socket.once("connect", ask);
      socket.once("error", reject);
      socket.on("data", (chunk) => {
        if (missing > 0) missing -= chunk.length;
        else {
          const text = head + chunk.toString("latin1");
          const end = text.indexOf("\r\n\r\n");
          if (end < 0) {
            head = text;
            return;
          }
          if (text.charCodeAt(9) !== 50 /* 2 */) {
            reject(new Error(text.slice(0, 2000)));
            return;
          }
          const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
          head = "";
          client.answered?.(text.slice(0, end));
          missing = Number(length) - (text.length - end - 4);
        }
        if (missing > 0) return;
        missing = 0;
        answers++;
        ask();
      });
    });
  const start = performance.now();
  const working = clients.map(one);
  const timer = setTimeout(() => {
    isOver = true;
  }, seconds * 1000);
  const sockets = await Promise.all(working);
  clearTimeout(timer);
  const took = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  return answers / took;
}
