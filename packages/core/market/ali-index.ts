import type { FileColumns } from "../cells/define-file-kind.ts";
import type { Words } from "../cells/words.ts";

/** The name of one of 阿里指数's exports. */
export const aliIndexName = ({ zh, en }: Words): Words => ({
  zh: `阿里指数·${zh}`,
  en: `Ali Index, ${en}`,
});

/** The columns that several of 阿里指数's exports have. */
export const aliIndexColumns = {
  demand: { header: "1688采购指数", aliases: ["采购指数"], kind: "number" },
  supply: { header: "1688供应指数", aliases: ["供应指数"], kind: "number" },
  share: { header: "百分比", aliases: ["占比"], kind: "number", isShare: true },
} as const satisfies FileColumns;
