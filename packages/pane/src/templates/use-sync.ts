import { SyncClient } from "@sevenstar/core/template/sync-client";
import type { SyncSnapshot } from "@sevenstar/core/template/sync-snapshot";
import { useEffect, useState, useSyncExternalStore } from "react";
import { browserStorage } from "./browser-storage.ts";

/** A page's client for a server, which begins once no other page of this browser syncs. */
interface PageClient {
  readonly client: SyncClient;
  readonly started: Promise<void>;
}

const pageClients = new Map<string, PageClient>();

function pageClient(origin: string): PageClient {
  const known = pageClients.get(origin);
  if (known) return known;
  const client = new SyncClient(
    {
      fetch: (url, request) => fetch(url, request as RequestInit),
      storage: browserStorage(),
      timer: {
        now: () => performance.now(),
        after: (milliseconds, call) => {
          const timer = setTimeout(call, milliseconds);
          return () => clearTimeout(timer);
        },
      },
      random: Math.random,
      newKey: () => crypto.randomUUID(),
    },
    origin,
  );
  addEventListener("online", () => client.syncNow());
  const started = new Promise<void>((resolve) => {
    // Two clients over one storage would not know of each other: the lock is held until the page is closed.
    void navigator.locks.request("sevenstar.sync", async () => {
      await client.start();
      resolve();
      await new Promise(() => {});
    });
  });
  const made = { client, started };
  pageClients.set(origin, made);
  return made;
}

/** The sync client, how things stand, and whether another page of this browser still syncs. */
export function useSync(origin: string): {
  readonly client: SyncClient;
  readonly snapshot: SyncSnapshot;
  readonly isWaiting: boolean;
} {
  const [{ client, started }] = useState(() => pageClient(origin));
  const [isWaiting, setIsWaiting] = useState(true);
  useEffect(() => {
    void started.then(() => setIsWaiting(false));
  }, [started]);
  const snapshot = useSyncExternalStore(
    (onChange) => client.subscribe(onChange),
    () => client.snapshot(),
  );
  return { client, snapshot, isWaiting };
}
