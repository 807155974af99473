import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { KeyboardEvent } from "react";
import { useSay } from "./language-context.ts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap" },
  tab: {
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    borderTopStyle: "none",
    borderRightStyle: "none",
    borderLeftStyle: "none",
    borderBottomStyle: "solid",
    borderBottomWidth: "3px",
    borderBottomColor: "transparent",
    padding: "8px 10px 5px",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  small: { padding: "6px 6px 4px" },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
});

interface Tab {
  readonly id: string;
  readonly words: Words;
}

interface TabBarProps<Each extends Tab> {
  readonly label: string;
  readonly tabs: readonly Each[];
  readonly selected: Each;
  readonly isSmall?: boolean;
  /** The id of the panel that the tabs fill; a tab's own id is the panel's with its own. */
  readonly panelId: string;
  readonly onSelect: (tab: Each) => void;
}

/** The id of a tab's element, for the panel to be labelled by. */
export const tabElementId = (panelId: string, id: string) => `${panelId}-${id}`;

/** Tabs after the ARIA pattern: one stop in the page's order, arrow keys, Home and End move and choose. */
export function TabBar<Each extends Tab>(props: TabBarProps<Each>) {
  const { label, tabs, selected, isSmall, panelId, onSelect } = props;
  const say = useSay();
  const styles = useStyles();
  const move = (event: KeyboardEvent) => {
    const at = tabs.indexOf(selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
    document.getElementById(tabElementId(panelId, next.id))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.bar}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabElementId(panelId, tab.id)}
          aria-selected={tab === selected}
          aria-controls={panelId}
          tabIndex={tab === selected ? 0 : -1}
          className={mergeClasses(
            styles.tab,
            isSmall === true && styles.small,
            tab === selected && styles.selected,
          )}
          onClick={() => onSelect(tab)}
          onKeyDown={move}
        >
          {say(tab.words)}
        </button>
      ))}
    </div>
  );
}
