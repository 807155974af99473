import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "flex-end",
    gap: "6px 8px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTopColor: tokens.colorStatusDangerBorder1,
    borderRightColor: tokens.colorStatusDangerBorder1,
    borderBottomColor: tokens.colorStatusDangerBorder1,
    borderLeftColor: tokens.colorStatusDangerBorder1,
  },
  body: { flex: "1 1 16em", minWidth: 0, overflowWrap: "anywhere" },
});

interface NoticeProps {
  readonly isError?: boolean;
  /** What is said at once, whatever a screen reader is reading; else it is said when it has finished. */
  readonly isAlert?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Something to be told in the first view, with what can be done; Fluent's own bar would weigh 4.5 kB there. */
export function Notice({ isError = false, isAlert = false, actions, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(styles.notice, isError && styles.error)}
      role={isAlert ? "alert" : "group"}
      aria-live={isAlert ? "assertive" : "polite"}
    >
      <div className={styles.body}>{children}</div>
      {actions}
    </div>
  );
}
