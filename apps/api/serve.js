import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// The program is TypeScript. From this cache it starts twice as fast and with a fifth less memory, as Node then
// loads nothing that strips types; this file is JavaScript, or Node would have loaded that already. A first start
// has another process fill the cache.
const CACHE = fileURLToPath(new URL("node_modules/.cache/compile", import.meta.url));
const FILL = "--fill-cache";
const isFilling = process.argv.includes(FILL);

if (!isFilling && !existsSync(CACHE) && canMake(CACHE)) {
  spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), FILL]);
}
enableCompileCache(CACHE);
const { start } = await import("./src/start.ts");
if (!isFilling) await start();
flushCompileCache();

/** Whether a folder can be made; where the program may not be written to, it starts without. */
function canMake(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
