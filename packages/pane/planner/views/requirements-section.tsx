import { Button, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useEffect, useState } from "react";
import type { EntryRequirement, ShopFigure } from "../../plan/model/plan-document.ts";
import { useSay } from "../../shell/language-context.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";

const texts = {
  heading: { zh: "报名要求", en: "Entry requirements" },
  about: {
    zh: "填上店铺的指标和各活动的要求，“提醒”会说还差多少（与函数 ACTIVITYFIT 相同）。要求由平台每期公布。",
    en: "Enter the shop's figures and what the activities ask: the reminders say what is lacking (as ACTIVITYFIT does). The platform publishes its requirements for each round.",
  },
  shop: { zh: "店铺指标", en: "The shop's figures" },
  metric: { zh: "指标", en: "Metric" },
  value: { zh: "值", en: "Value" },
  requirements: { zh: "各活动的要求", en: "What the activities ask" },
  activity: { zh: "活动", en: "Activity" },
  operator: { zh: "条件", en: "Condition" },
  addFigure: { zh: "添加指标", en: "Add a figure" },
  addRequirement: { zh: "添加要求", en: "Add a requirement" },
  row: { zh: "第 {} 行", en: "row {}" },
} as const satisfies Record<string, Words>;
const OPERATORS = [">=", "<=", "=", "包含"];

const useStyles = makeStyles({
  heading: { margin: "16px 0 4px", fontSize: tokens.fontSizeBase400 },
  subheading: { margin: "8px 0 4px", fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: { display: "flex", flexWrap: "wrap", gap: "4px", padding: "4px 0" },
  field: { flex: "1 1 80px", minWidth: 0 },
  activity: { flex: "1 1 70%", minWidth: 0 },
  operator: { flex: "0 0 78px" },
  remove: { minWidth: "32px" },
});

/** The shop's figures and the requirements that ACTIVITYFIT compares them with. */
export function RequirementsSection() {
  const { document, plan } = usePlanner();
  const say = useSay();
  const { run } = usePlannerActions();
  const styles = useStyles();
  const { shop, requirements } = document;
  const set = (changes: { shop?: readonly ShopFigure[]; requirements?: readonly EntryRequirement[] }) =>
    run({ kind: "set-requirements", shop, requirements, ...changes });
  const nameOf = (words: Words, index: number) =>
    `${say(words)} ${say(texts.row).replace("{}", String(index + 1))}`;
  const removeButton = (index: number, onClick: () => void) => (
    <Button
      size="small"
      appearance="subtle"
      className={styles.remove}
      aria-label={nameOf(plannerTexts.remove, index)}
      onClick={onClick}
    >
      ✕
    </Button>
  );
  const names = [
    ...new Set([
      ...plan.activities.map(({ activity }) => activity),
      ...requirements.map(({ activity }) => activity),
    ]),
  ];
  return (
    <section aria-labelledby="plan-requirements">
      <h2 id="plan-requirements" className={styles.heading}>
        {say(texts.heading)}
      </h2>
      <p>{say(texts.about)}</p>
      <h3 className={styles.subheading}>{say(texts.shop)}</h3>
      <ul className={styles.list} aria-label={say(texts.shop)}>
        {shop.map((figure, index) => {
          const change = (changes: Partial<ShopFigure>) =>
            set({ shop: shop.with(index, { ...figure, ...changes }) });
          return (
            <li key={String(index)} className={styles.row}>
              <CellInput
                label={nameOf(texts.metric, index)}
                placeholder={say(texts.metric)}
                value={figure.metric}
                className={styles.field}
                onCommit={(metric) => change({ metric })}
              />
              <CellInput
                label={nameOf(texts.value, index)}
                placeholder={say(texts.value)}
                value={figure.value}
                className={styles.field}
                onCommit={(value) => change({ value })}
              />
              {removeButton(index, () => set({ shop: shop.toSpliced(index, 1) }))}
            </li>
          );
        })}
      </ul>
      <Button size="small" onClick={() => set({ shop: [...shop, { metric: "", value: "" }] })}>
        {say(texts.addFigure)}
      </Button>
      <h3 className={styles.subheading}>{say(texts.requirements)}</h3>
      <ul className={styles.list} aria-label={say(texts.requirements)}>
        {requirements.map((requirement, index) => {
          const change = (changes: Partial<EntryRequirement>) =>
            set({ requirements: requirements.with(index, { ...requirement, ...changes }) });
          return (
            <li key={String(index)} className={styles.row}>
              <Select
                size="small"
                className={styles.activity}
                aria-label={nameOf(texts.activity, index)}
                value={requirement.activity}
                onChange={(_, { value }) => change({ activity: value })}
              >
                {names.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
              {removeButton(index, () => set({ requirements: requirements.toSpliced(index, 1) }))}
              <CellInput
                label={nameOf(texts.metric, index)}
                placeholder={say(texts.metric)}
                value={requirement.metric}
                className={styles.field}
                onCommit={(metric) => change({ metric })}
              />
              <Select
                size="small"
                className={styles.operator}
                aria-label={nameOf(texts.operator, index)}
                value={requirement.operator}
                onChange={(_, { value }) => change({ operator: value })}
              >
                {OPERATORS.map((operator) => (
                  <option key={operator}>{operator}</option>
                ))}
              </Select>
              <CellInput
                label={nameOf(texts.value, index)}
                placeholder={say(texts.value)}
                value={requirement.value}
                className={styles.field}
                onCommit={(value) => change({ value })}
              />
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        disabledFocusable={names.length === 0}
        onClick={() => {
          const [activity = ""] = names;
          set({ requirements: [...requirements, { activity, metric: "", operator: ">=", value: "" }] });
        }}
      >
        {say(texts.addRequirement)}
      </Button>
    </section>
  );
}

interface CellInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly className: string;
  readonly onCommit: (value: string) => void;
}

/** A small field named for the screen reader only; its text counts once it is left. */
function CellInput({ label, placeholder, value, className, onCommit }: CellInputProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return (
    <Input
      size="small"
      className={className}
      aria-label={label}
      placeholder={placeholder}
      value={draft}
      onChange={(_, data) => setDraft(data.value)}
      onBlur={() => draft.trim() !== value && onCommit(draft.trim())}
    />
  );
}
