import { closeSync, fsyncSync, openSync } from "node:fs";

/** Waits until a file's content, or a folder's list of files, is on disk; Windows does so for folders by itself. */
export function fsyncPath(path: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
