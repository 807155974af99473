import type { Difference } from "@sevenstar/core/template/merge/differences";
import { columnOf, rowName, rowText, shownValue } from "./shown-row.ts";
import type { TemplateText } from "./template-texts.ts";

/** More lines than these are counted, not shown. */
const MOST_SHOWN = 100;

interface DifferenceListProps {
  /** What is compared, as people and screen readers are told. */
  readonly label: string;
  /** Whether the label stands above the list. */
  readonly isTitled?: boolean;
  readonly kind: string;
  readonly differences: readonly Difference[];
  readonly text: TemplateText;
}

/** What differs, a line for each cell that changed and each row that came, went or moved. */
export function DifferenceList({ label, isTitled = true, kind, differences, text }: DifferenceListProps) {
  const shown = (field: string, value: unknown) =>
    value === undefined || value === null || value === "" ? text("blank") : shownValue(kind, field, value);
  const line = (difference: Difference): string => {
    switch (difference.type) {
      case "name":
        return `${text("name")}：${difference.from} → ${difference.to}`;
      case "added":
        return `${text("added")}${rowText(kind, difference.row)}`;
      case "removed":
        return `${text("removed")}${rowText(kind, difference.row)}`;
      case "order":
        return text("order");
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
        <p>{text("same")}</p>
      ) : (
        <ul style={{ margin: 0, paddingInlineStart: "16px", overflowWrap: "anywhere" }}>
          {differences.slice(0, MOST_SHOWN).map((difference) => (
            <li key={JSON.stringify(difference)}>{line(difference)}</li>
          ))}
        </ul>
      )}
      {rest > 0 && <p>{`${text("notShown")}${rest}`}</p>}
    </section>
  );
}
