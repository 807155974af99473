import type { Words } from "@sevenstar/core/cells/words";
import type { Role } from "@sevenstar/core/template/wire/team";

/** A member with what he may do. */
export const memberWords = (name: string, role: Role): Words => ({
  zh: `${name}（${roleWords[role].zh}）`,
  en: `${name} (${roleWords[role].en})`,
});

/** What members may do, in words. */
export const roleWords: Readonly<Record<Role, Words>> = {
  owner: { zh: "管理者", en: "owner" },
  editor: { zh: "可编辑", en: "editor" },
  viewer: { zh: "只能看", en: "viewer" },
};
