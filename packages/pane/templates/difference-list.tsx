import type { Words } from "@sevenstar/core/cells/words";
import type { Difference } from "@sevenstar/core/template/merge/differences";
import { useSay } from "../shell/language-context.ts";
import { columnOf, rowName, rowText, shownValue } from "./shown-row.ts";
import { templateTexts } from "./template-texts.ts";

const texts = {
  added: { zh: "新增：", en: "Added: " },
  removed: { zh: "删去：", en: "Removed: " },
  order: { zh: "行的顺序变了。", en: "The rows stand in another order." },
  same: { zh: "没有不同。", en: "Nothing differs." },
} as const satisfies Record<string, Words>;

/** More lines than these are counted, not shown. */
const MOST_SHOWN = 100;

interface DifferenceListProps {
  /** What is compared, as people and screen readers are told. */
  readonly label: string;
  /** Whether the label stands above the list. */
  readonly isTitled?: boolean;
  readonly kind: string;
  readonly differences: readonly Difference[];
}

/** What differs, a line for each cell that changed and each row that came, went or moved. */
export function DifferenceList({ label, isTitled = true, kind, differences }: DifferenceListProps) {
  const say = useSay();
  const shown = (field: string, value: unknown) =>
    value === undefined || value === null || value === ""
      ? say(templateTexts.blank)
      : shownValue(kind, field, value);
  const line = (difference: Difference): string => {
    switch (difference.type) {
      case "name":
        return `${say(templateTexts.name)}：${difference.from} → ${difference.to}`;
      case "added":
        return `${say(texts.added)}${rowText(kind, difference.row)}`;
      case "removed":
        return `${say(texts.removed)}${rowText(kind, difference.row)}`;
      case "order":
        return say(texts.order);
      case "field": {
        const { row, field, from, to } = difference;
        return `${rowName(kind, row)}：${columnOf(kind, field)} ${shown(field, from)} → ${shown(field, to)}`;
      }
    }
  };
  const rest = differences.length - MOST_SHOWN;
  return (
    <section aria-label={label}>
      {isTitled && <strong>{label}</strong>}
      {differences.length === 0 ? (
        <p>{say(texts.same)}</p>
      ) : (
        <ul style={{ margin: 0, paddingInlineStart: "16px", overflowWrap: "anywhere" }}>
          {differences.slice(0, MOST_SHOWN).map((difference) => (
            <li key={JSON.stringify(difference)}>{line(difference)}</li>
          ))}
        </ul>
      )}
      {rest > 0 && <p>{`${say(templateTexts.notShown)}${rest}`}</p>}
    </section>
  );
}
