import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useId, useState } from "react";
import { useLanguage, useSay } from "../shell/language-context.ts";
import type { FunctionCard } from "./function-card.ts";

const texts = {
  parameters: { zh: "参数", en: "Parameters" },
  optional: { zh: "可不填", en: "optional" },
  each: { zh: "一格或整列", en: "a cell or a range" },
  returns: { zh: "结果", en: "Result" },
  example: { zh: "例子", en: "Example" },
  source: { zh: "依据", en: "Source" },
  more: { zh: "在手册中查看", en: "Read on in the manual" },
  insert: { zh: "插入", en: "Insert" },
  insertHint: { zh: "把例子公式插入到选中的单元格：", en: "Insert the example into the selected cell: " },
  copy: { zh: "复制", en: "Copy" },
  copyHint: { zh: "复制例子公式：", en: "Copy the example formula: " },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  entry: {
    borderBottomWidth: "1px",
    borderBottomStyle: "solid",
    borderBottomColor: tokens.colorNeutralStroke2,
    padding: "6px 0",
  },
  row: { display: "flex", alignItems: "flex-start", columnGap: "8px" },
  heading: { flex: "1 1 0", minWidth: 0, margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  toggle: {
    font: "inherit",
    color: "inherit",
    textAlign: "start",
    backgroundColor: "transparent",
    borderTopStyle: "none",
    borderRightStyle: "none",
    borderBottomStyle: "none",
    borderLeftStyle: "none",
    boxSizing: "border-box",
    display: "block",
    width: "100%",
    cursor: "pointer",
    padding: "4px",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  id: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  mark: {
    display: "inline-block",
    width: "1em",
    textAlign: "center",
    color: tokens.colorNeutralForeground3,
  },
  markOpen: { transform: "rotate(90deg)" },
  summary: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    overflow: "hidden",
    color: tokens.colorNeutralForeground2,
    paddingLeft: "1em",
  },
  summaryOpen: { WebkitLineClamp: "none" },
  action: { minWidth: "56px", marginTop: "4px" },
  details: { padding: "4px 4px 8px calc(4px + 1em)" },
  term: { color: tokens.colorNeutralForeground3, margin: "8px 0 2px", fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  parameter: { margin: "2px 0", overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  source: { margin: "0 0 4px" },
  quiet: { color: tokens.colorNeutralForeground3 },
  code: {
    display: "block",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: "6px 8px",
    overflowWrap: "anywhere",
    userSelect: "text",
  },
});

interface FunctionEntryProps {
  readonly card: FunctionCard;
  readonly docsUrl: string;
  readonly canInsert: boolean;
  readonly isBusy: boolean;
  readonly onTake: (card: FunctionCard) => void;
}

/** One function of the list: its name, purpose and button; opened, its parameters, result and example. */
export function FunctionEntry({ card, docsUrl, canInsert, isBusy, onTake }: FunctionEntryProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const details = useId();
  const say = useSay();
  const language = useLanguage();
  const marks = ({ each, optional }: FunctionCard["parameters"][number]) => {
    const all = [each ? say(texts.each) : "", optional ? say(texts.optional) : ""].filter(Boolean).join("，");
    return language === "zh" ? `${all && `（${all}）`}：` : `${all && ` (${all.replace("，", ", ")})`}: `;
  };
  return (
    <li className={styles.entry}>
      <div className={styles.row}>
        <h3 className={styles.heading}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => setIsOpen(!isOpen)}
          >
            <span aria-hidden="true" className={isOpen ? `${styles.mark} ${styles.markOpen}` : styles.mark}>
              ›
            </span>
            <span className={styles.id}>{card.id}</span>
            <span className={isOpen ? `${styles.summary} ${styles.summaryOpen}` : styles.summary}>
              {say(card.summary)}
            </span>
          </button>
        </h3>
        <Button
          className={styles.action}
          size="small"
          disabledFocusable={isBusy}
          aria-label={`${say(canInsert ? texts.insert : texts.copy)} ${card.id}`}
          title={`${say(canInsert ? texts.insertHint : texts.copyHint)}${card.example}`}
          onClick={() => onTake(card)}
        >
          {say(canInsert ? texts.insert : texts.copy)}
        </Button>
      </div>
      <div id={details} className={styles.details} hidden={!isOpen}>
        <h4 className={styles.term}>{say(texts.parameters)}</h4>
        <ul className={styles.list}>
          {card.parameters.map((parameter) => (
            <li key={parameter.name} className={styles.parameter}>
              <span className={styles.name}>{language === "zh" ? parameter.title : parameter.name}</span>
              <span className={styles.quiet}>{marks(parameter)}</span>
              {say(parameter.words)}
            </li>
          ))}
        </ul>
        <h4 className={styles.term}>{say(texts.returns)}</h4>
        {say(card.returns)}
        <h4 className={styles.term}>{say(texts.example)}</h4>
        <code className={styles.code}>{card.example}</code>
        <h4 className={styles.term}>{say(texts.source)}</h4>
        <p className={styles.source}>{card.source}</p>
        <Link href={`${docsUrl}/${card.id}`} target="_blank" rel="noreferrer">
          {say(texts.more)}
        </Link>
      </div>
    </li>
  );
}
