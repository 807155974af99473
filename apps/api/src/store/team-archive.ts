import { ID } from "@sevenstar/core/template/id";
import { kindIds, rowErrors } from "@sevenstar/core/template/rows";
import { roles } from "@sevenstar/core/template/wire/team";
import { z } from "zod";
import { MOST_TEMPLATES } from "./template-writer.ts";

const id = z.string().regex(ID);
const rev = z.int().min(0);
/** What both databases can hold. */
const text = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u);

const state = z.strictObject({
  id,
  kind: z.enum(kindIds),
  name: text,
  rows: z.array(z.looseObject({ id: z.string() })),
  rev,
  updatedAt: text,
  updatedBy: text,
  deleted: z.boolean(),
});

/** The shape of a team in a JSON file. */
const teamArchive = z.strictObject({
  format: z.literal("sevenstar-team"),
  version: z.literal(1),
  exportedAt: z.string(),
  team: z.strictObject({ id, name: text, rev, createdAt: text }),
  members: z.array(
    z.strictObject({
      id,
      name: text,
      role: z.enum(roles),
      createdAt: text,
      removedAt: text.nullable(),
    }),
  ),
  /** The latest state of each template, tombstones included. */
  templates: z.array(state),
  /** The states before it. */
  history: z.array(state),
  audit: z.array(
    z.strictObject({
      entry: z.int().min(1),
      at: text,
      memberId: text,
      memberName: text,
      action: text,
      subject: text,
      rev: rev.nullable(),
    }),
  ),
});

/** Everything of a team but its tokens and codes: who is in it, what it has and had, who changed what. */
export type TeamArchive = z.infer<typeof teamArchive>;

/** Reads an archive from a JSON text; gives one Chinese sentence where it is none or holds what may not be saved. */
export function readArchive(text: string): TeamArchive | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "文件不是完整的 JSON，请重新导出。";
  }
  const result = teamArchive.safeParse(value);
  if (!result.success) {
    const place = result.error.issues[0]?.path.join(".") || "开头";
    return `文件不是导出的团队，或者被改过（${place}），请重新导出。`;
  }
  const { templates } = result.data;
  const kept = templates.filter(({ deleted }) => !deleted);
  if (kept.length > MOST_TEMPLATES) {
    return `文件里有 ${kept.length} 个模板，一个团队最多 ${MOST_TEMPLATES} 个，请减少后再导入。`;
  }
  for (const { id, kind, rows } of kept) {
    const [first] = rowErrors(kind, rows);
    if (first) return `模板 ${id} 第 ${first.row} 行“${first.column}”${first.message}，请改正后再导入。`;
  }
  return result.data;
}
