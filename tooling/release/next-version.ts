import type { ChangeKind } from "./change-note.ts";

/** The version after one, by what changed: 不兼容 a new major, 新增 a new minor, else a new patch version. */
export function nextVersion(version: string, kinds: ReadonlySet<ChangeKind>): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (kinds.has("不兼容")) return `${major + 1}.0.0`;
  return kinds.has("新增") ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
