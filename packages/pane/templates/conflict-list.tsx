import { Button, Input, Radio, RadioGroup } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { type Choice, type Conflict, conflictKey } from "@sevenstar/core/template/merge/merge";
import { isKnownKind, type TemplateRow } from "@sevenstar/core/template/rows";
import { readCell } from "@sevenstar/core/template/table-form";
import { useState } from "react";
import { useSay } from "../shell/language-context.ts";
import { columnOf, rowName, rowText, shownValue } from "./shown-row.ts";
import { templateTexts } from "./template-texts.ts";

const texts = {
  whole: (name: string, rows: number): Words => ({
    zh: `${name}（${rows} 行）`,
    en: `${name} (${rows} rows)`,
  }),
  conflicts: { zh: "两边都改了，请选一个", en: "Both changed it; choose one" },
  mine: { zh: "我的：", en: "Mine: " },
  theirs: { zh: "对方的：", en: "Theirs: " },
  own: { zh: "另填：", en: "Another: " },
  choose: { zh: "按选择合并", en: "Merge as chosen" },
};

interface ConflictListProps {
  readonly kind: string;
  /** The template's rows, by which a conflict's row is called. */
  readonly rows: readonly TemplateRow[];
  readonly conflicts: readonly Conflict[];
  /** Who changed the other side, and when. */
  readonly by: string;
  readonly onChoose: (choices: ReadonlyMap<string, Choice>) => void;
}

type Side = "mine" | "theirs";

/** What both sides changed, both values side by side; a person picks for each, or fills in another value. */
export function ConflictList({ kind, rows, conflicts, by, onChoose }: ConflictListProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side | "own">>>({});
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const shownRow = (row: TemplateRow | null) =>
    row === null ? say(templateTexts.deleted) : rowText(kind, row);
  const shown = (conflict: Conflict, side: Side): string => {
    if (conflict.type === "row") return shownRow(conflict[side]);
    if (conflict.type === "field") {
      const value = conflict[side] ?? "";
      return value === "" ? say(templateTexts.blank) : shownValue(kind, conflict.field, value);
    }
    if (conflict.type !== "template") return String(conflict[side] ?? say(templateTexts.blank));
    return conflict[side] === null
      ? say(templateTexts.deleted)
      : say(texts.whole(conflict[side].name, conflict[side].rows.length));
  };
  const nameOf = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return row ? rowName(kind, row) : id;
  };
  const title = (conflict: Conflict) => {
    if (conflict.type === "field") return `${nameOf(conflict.row)}：${columnOf(kind, conflict.field)}`;
    if (conflict.type !== "row") return say(templateTexts.name);
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
    <section aria-label={say(texts.conflicts)}>
      <h3 style={{ fontSize: "inherit" }}>{say(texts.conflicts)}</h3>
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
            <Radio value="mine" label={`${say(texts.mine)}${shown(conflict, "mine")}`} />
            <Radio value="theirs" label={`${say(texts.theirs)}${shown(conflict, "theirs")}（${by}）`} />
            {takesOwn && (
              <div style={{ display: "flex", flexWrap: "wrap", alignItems: "center" }}>
                <Radio value="own" label={say(texts.own)} />
                <Input
                  size="small"
                  aria-label={`${say(texts.own)}${title(conflict)}`}
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
        {say(texts.choose)}
      </Button>
    </section>
  );
}
