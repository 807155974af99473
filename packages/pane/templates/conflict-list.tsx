import { Button, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { type Choice, type Conflict, conflictKey } from "@sevenstar/core/template/merge/merge";
import { isKnownKind, type TemplateRow } from "@sevenstar/core/template/rows";
import { readCell } from "@sevenstar/core/template/table-form";
import { useState } from "react";
import { columnOf, rowName, rowText, shownValue } from "./shown-row.ts";
import type { TemplateText } from "./template-texts.ts";

interface ConflictListProps {
  readonly kind: string;
  /** The template's rows, by which a conflict's row is called. */
  readonly rows: readonly TemplateRow[];
  readonly conflicts: readonly Conflict[];
  /** Who changed the other side, and when. */
  readonly by: string;
  readonly text: TemplateText;
  readonly onChoose: (choices: ReadonlyMap<string, Choice>) => void;
}

type Side = "mine" | "theirs";

/** What both sides changed, both values side by side; a person picks for each, or fills in another value. */
export function ConflictList({ kind, rows, conflicts, by, text, onChoose }: ConflictListProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Side | "own">>>({});
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const shownRow = (row: TemplateRow | null) => (row === null ? text("deleted") : rowText(kind, row));
  const shown = (conflict: Conflict, side: Side): string => {
    if (conflict.type === "row") return shownRow(conflict[side]);
    if (conflict.type === "field") {
      const value = conflict[side] ?? "";
      return value === "" ? text("blank") : shownValue(kind, conflict.field, value);
    }
    if (conflict.type !== "template") return String(conflict[side] ?? text("blank"));
    return conflict[side] === null
      ? text("deleted")
      : `${conflict[side].name}（${conflict[side].rows.length} 行）`;
  };
  const nameOf = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return row ? rowName(kind, row) : id;
  };
  const title = (conflict: Conflict) => {
    if (conflict.type === "field") return `${nameOf(conflict.row)}：${columnOf(kind, conflict.field)}`;
    if (conflict.type !== "row") return text("name");
    const row = conflict.mine ?? conflict.theirs;
    return row ? rowName(kind, row) : nameOf(conflict.row);
  };
  const choiceFor = (conflict: Conflict): Choice => {
    const key = conflictKey(conflict);
    const take = chosen[key] ?? "mine";
    if (take !== "own") return { take };
    const written = (own[key] ?? "").trim();
    return {
      value:
        conflict.type === "field" && isKnownKind(kind) ? readCell(kind, conflict.field, written) : written,
    };
  };
  return (
    <section aria-label={text("conflicts")}>
      <h3 style={{ fontSize: "inherit" }}>{text("conflicts")}</h3>
      {conflicts.map((conflict) => {
        const key = conflictKey(conflict);
        const takesOwn = conflict.type === "field" || conflict.type === "name";
        return (
          <RadioGroup
            key={key}
            aria-label={title(conflict)}
            value={chosen[key] ?? ""}
            onChange={(_, { value }) => setChosen({ ...chosen, [key]: value as Side | "own" })}
          >
            <strong>{title(conflict)}</strong>
            <Radio value="mine" label={`${text("mine")}${shown(conflict, "mine")}`} />
            <Radio value="theirs" label={`${text("theirs")}${shown(conflict, "theirs")}（${by}）`} />
            {takesOwn && (
              <div style={{ display: "flex", flexWrap: "wrap", alignItems: "center" }}>
                <Radio value="own" label={text("own")} />
                <Input
                  size="small"
                  aria-label={`${text("own")}${title(conflict)}`}
                  value={own[key] ?? ""}
                  onChange={(_, { value }) => {
                    setOwn({ ...own, [key]: value });
                    setChosen({ ...chosen, [key]: "own" });
                  }}
                />
              </div>
            )}
          </RadioGroup>
        );
      })}
      <Button
        appearance="primary"
        disabled={conflicts.some((conflict) => !chosen[conflictKey(conflict)])}
        onClick={() =>
          onChoose(new Map(conflicts.map((conflict) => [conflictKey(conflict), choiceFor(conflict)])))
        }
      >
        {text("choose")}
      </Button>
    </section>
  );
}
