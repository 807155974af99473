import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { templateColumns } from "@sevenstar/core/template/columns";
import { type Choice, type Conflict, conflictKey } from "@sevenstar/core/template/merge";
import type { TemplateKind, TemplateRow } from "@sevenstar/core/template/rows";
import { useState } from "react";
import type { TemplateText } from "./template-texts.ts";

interface ConflictListProps {
  readonly kind: TemplateKind;
  readonly conflicts: readonly Conflict[];
  /** Who changed the other side, and when. */
  readonly by: string;
  readonly text: TemplateText;
  readonly onChoose: (choices: ReadonlyMap<string, Choice>) => void;
}

/** What both sides changed, both values side by side; a person picks for each. */
export function ConflictList({ kind, conflicts, by, text, onChoose }: ConflictListProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, "mine" | "theirs">>>({});
  const columnOf = (field: string) =>
    templateColumns[kind].find((each) => each.field === field)?.column ?? field;
  const shownRow = (row: TemplateRow | null) =>
    row === null
      ? text("deleted")
      : templateColumns[kind].flatMap(({ field }) => (row[field] ? [String(row[field])] : [])).join("、");
  const shown = (conflict: Conflict, side: "mine" | "theirs"): string => {
    if (conflict.type === "row") return shownRow(conflict[side]);
    if (conflict.type !== "template") return String(conflict[side] ?? "");
    return conflict[side] === null
      ? text("deleted")
      : `${conflict[side].name}（${conflict[side].rows.length} 行）`;
  };
  const title = (conflict: Conflict) => {
    if (conflict.type === "field") return `${conflict.row}：${columnOf(conflict.field)}`;
    return conflict.type === "row" ? conflict.row : text("name");
  };
  return (
    <section aria-label={text("conflicts")}>
      <h3 style={{ fontSize: "inherit" }}>{text("conflicts")}</h3>
      {conflicts.map((conflict) => {
        const key = conflictKey(conflict);
        return (
          <RadioGroup
            key={key}
            aria-label={title(conflict)}
            value={chosen[key] ?? ""}
            onChange={(_, { value }) => setChosen({ ...chosen, [key]: value as "mine" | "theirs" })}
          >
            <strong>{title(conflict)}</strong>
            <Radio value="mine" label={`${text("mine")}${shown(conflict, "mine")}`} />
            <Radio value="theirs" label={`${text("theirs")}${shown(conflict, "theirs")}（${by}）`} />
          </RadioGroup>
        );
      })}
      <Button
        appearance="primary"
        disabled={conflicts.some((conflict) => !chosen[conflictKey(conflict)])}
        onClick={() => onChoose(new Map(Object.entries(chosen).map(([key, take]) => [key, { take }])))}
      >
        {text("choose")}
      </Button>
    </section>
  );
}
