import { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { SyncSnapshot } from "@sevenstar/core/template/client/sync-snapshot";
import { useEffect, useState, useSyncExternalStore } from "react";
import { holdAlone } from "../browser/hold-alone.ts";
import { pageTimer } from "../browser/page-timer.ts";
import { randomId } from "../browser/random-id.ts";
import { browserStorage, keepsWhatItIsGiven } from "./browser-storage.ts";

/** How long it takes at most to find that no other page syncs, in milliseconds. */
const PATIENCE = 2_500;

/** Whether the client has begun; it waits while another page of this browser syncs. */
type SyncStart = "opening" | "waiting" | "begun" | "storage-refused";

/** A page's client for a server, which begins once no other page of this browser syncs. */
interface PageClient {
  readonly client: SyncClient;
  readonly isHeldElsewhere: Promise<boolean>;
  readonly started: Promise<"begun" | "storage-refused">;
}

const pageClients = new Map<string, PageClient>();

function pageClient(origin: string): PageClient {
  const known = pageClients.get(origin);
  if (known) return known;
  const storage = browserStorage();
  const client = new SyncClient(
    {
      fetch: (url, request) => fetch(url, request as RequestInit),
      storage,
      timer: pageTimer,
      random: Math.random,
      newKey: randomId,
    },
    origin,
  );
  addEventListener("online", () => client.syncNow());
  let onHeldElsewhere = (_: boolean) => {};
  const isHeldElsewhere = new Promise<boolean>((resolve) => {
    onHeldElsewhere = resolve;
  });
  const started = keepsWhatItIsGiven(storage).then((isKept) => {
    if (!isKept) return "storage-refused" as const;
    setTimeout(onHeldElsewhere, PATIENCE, true);
    return new Promise<"begun" | "storage-refused">((resolve, reject) => {
      // Two clients over one storage would not know of each other: it is held until the page is closed.
      holdAlone("sevenstar.sync", () => {
        onHeldElsewhere(false);
        client.start().then((problem) => resolve(problem ? "storage-refused" : "begun"), reject);
      });
    });
  });
  const made = { client, started, isHeldElsewhere };
  pageClients.set(origin, made);
  return made;
}

/** The sync client, how things stand, and whether it has begun. */
export function useSync(origin: string): {
  readonly client: SyncClient;
  readonly snapshot: SyncSnapshot;
  readonly start: SyncStart;
} {
  const [{ client, started, isHeldElsewhere }] = useState(() => pageClient(origin));
  const [start, setStart] = useState<SyncStart>("opening");
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  useEffect(() => {
    started.then(setStart, (error: unknown) => setFailure({ error }));
    isHeldElsewhere.then((isHeld) => {
      if (isHeld) setStart((known) => (known === "opening" ? "waiting" : known));
    }, setFailure);
  }, [started, isHeldElsewhere]);
  const snapshot = useSyncExternalStore(
    (onChange) => client.subscribe(onChange),
    () => client.snapshot(),
  );
  // The pane says what failed, and offers to begin again.
  if (failure) throw failure.error;
  return { client, snapshot, start };
}
