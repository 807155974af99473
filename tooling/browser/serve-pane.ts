import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serveAddin } from "@sevenstar/addin/tools/serve-addin.ts";

/** As strict as the API's, but for Office's frame: no inline script. */
const headers = {
  "content-security-policy":
    "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
};

/** A pane that is served for a test. */
export interface ServedPane {
  readonly address: string;
  /** The folder of the build, with a slash at its end. */
  readonly dist: URL;
  close(): void;
}

/** Builds the add-in with one source of office.js and serves it on a free port of this machine. */
export async function servePane(officeJs: "self-hosted" | "cdn"): Promise<ServedPane> {
  const script = fileURLToPath(new URL("../../apps/addin/build.ts", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "addin-"));
  execFileSync(process.execPath, [script, folder], {
    env: { ...process.env, SEVENSTAR_OFFICE_JS: officeJs },
  });
  const dist = pathToFileURL(`${folder}/`);
  const server = createServer(serveAddin(dist, headers)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/addin/taskpane.html`,
    dist,
    close() {
      server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}
