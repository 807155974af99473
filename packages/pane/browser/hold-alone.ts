import { randomId } from "./random-id.ts";

/** How long a page that holds may take to say so, in milliseconds: it may be computing. */
const ANSWER_WAIT = 1_200;
/** How often a page that waits asks again, in milliseconds, should the holder have died without a word. */
const ASK_AGAIN = 3_000;

interface Said {
  /** `before`: the page asks too and came first. */
  readonly kind: "ask" | "before" | "held" | "free";
  readonly id: string;
  readonly since: number;
}

/**
 * Calls back once this page alone of the browser's pages holds a name: at once, or when the holder has gone.
 *
 * It holds until it is closed, or calls what it is given.
 */
export function holdAlone(name: string, onHeld: (release: () => void) => void): void {
  let isHeld = false;
  const hold = () => {
    isHeld = true;
    return new Promise<void>(onHeld);
  };
  // Missing where the page is not served securely, refused where storage is.
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!locks) askOthers(name, onHeld);
  else locks.request(name, hold).catch(() => !isHeld && askOthers(name, onHeld));
}

/** The same by asking the other pages: who hears nothing holds, of two that ask the one that came first. */
function askOthers(name: string, onHeld: (release: () => void) => void): void {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel(name);
  } catch {
    onHeld(() => {});
    return;
  }
  const me = { id: randomId(), since: Date.now() };
  let state: "asking" | "waiting" | "held" = "asking";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (kind: Said["kind"]) => channel.postMessage({ kind, ...me } satisfies Said);
  const release = () => {
    say("free");
    channel.close();
    state = "waiting";
  };
  const ask = () => {
    clearTimeout(timer);
    state = "asking";
    say("ask");
    timer = setTimeout(() => {
      state = "held";
      onHeld(release);
    }, ANSWER_WAIT);
  };
  const waitOn = () => {
    clearTimeout(timer);
    state = "waiting";
    timer = setTimeout(ask, ASK_AGAIN);
  };
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    const isElder = data.since < me.since || (data.since === me.since && data.id < me.id);
    if (state === "held") {
      if (data.kind === "ask") say("held");
    } else if (data.kind === "free") ask();
    else if (data.kind === "held" || isElder) waitOn();
    else if (data.kind === "ask" && state === "asking") say("before");
  };
  addEventListener("pagehide", () => {
    clearTimeout(timer);
    if (state === "held") say("free");
  });
  ask();
}
