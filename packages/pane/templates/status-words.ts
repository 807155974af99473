import type { Words } from "@sevenstar/core/cells/words";
import type { TemplateStatus } from "@sevenstar/core/template/client/sync-snapshot";

/** How a template stands, in words. */
export const statusWords: Readonly<Record<TemplateStatus, Words>> = {
  同步: { zh: "同步", en: "synced" },
  待推送: { zh: "待推送", en: "to be sent" },
  冲突: { zh: "冲突", en: "conflict" },
  搁置: { zh: "搁置", en: "refused" },
  离线: { zh: "离线", en: "offline" },
};
