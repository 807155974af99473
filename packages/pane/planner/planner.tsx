import { makeStyles } from "@fluentui/react-components";
import { civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { loadPart } from "../browser/load-part.ts";
import type { TabProps } from "../shell/define-tab.ts";
import { useSay } from "../shell/language-context.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { OutcomeBar } from "../shell/outcome-bar.tsx";
import type { Outcome } from "../shell/outcome-context.ts";
import { TabBar, tabElementId } from "../shell/tab-bar.tsx";
import type { Opened } from "./keeper/open-plan.ts";
import type { PlannerKeeper, PlannerSnapshot } from "./keeper/planner-keeper.ts";
import { usePlannerKeeper } from "./keeper/use-planner-keeper.ts";
import { keyActions } from "./key-actions.ts";
import type { KeyLine } from "./keys-panel.tsx";
import { type Place, plannerActions } from "./planner-actions.ts";
import { isOpen, PlannerActionsContext, PlannerContext } from "./planner-context.ts";
import { PlannerHeader } from "./planner-header.tsx";
import { usePlannerKeys } from "./use-planner-keys.ts";
import { usePlannerState } from "./use-planner-state.ts";
import type { Copied } from "./views/moves-panel.tsx";
import { WarningList } from "./views/warning-list.tsx";
import { weekView } from "./views/week-view.ts";
import { views } from "./views.ts";

const texts = {
  loading: { zh: "正在打开活动计划…", en: "Opening the plan…" },
  views: { zh: "活动日历的视图", en: "Views of the planner" },
} as const satisfies Record<string, Words>;

const EmptyYear = lazy(async () => ({
  default: (await loadPart(() => import("./views/empty-year.tsx"))).EmptyYear,
}));
const KeysPanel = lazy(async () => ({
  default: (await loadPart(() => import("./keys-panel.tsx"))).KeysPanel,
}));
const MovesPanel = lazy(async () => ({
  default: (await loadPart(() => import("./views/moves-panel.tsx"))).MovesPanel,
}));
const PlanTroublePanel = lazy(async () => ({
  default: (await loadPart(() => import("./views/plan-trouble-panel.tsx"))).PlanTroublePanel,
}));

/** A number for each view, and the actions that have keys. */
const keyLines: readonly KeyLine[] = [
  ...views.map(({ id, words, help }, index) => ({ id, words, help, key: String(index + 1) })),
  ...keyActions.map(({ id, words, help, keys: [key = ""] }) => ({ id, words, help, key })),
];

const PANEL = "planner-panel";
const NOBODY: readonly string[] = [];

const useStyles = makeStyles({
  planner: { flex: "1 1 auto", display: "flex", flexDirection: "column", paddingTop: "8px" },
  panel: { flex: "1 1 auto", padding: "8px 0", ":focus": { outlineStyle: "none" } },
  waiting: { padding: "24px 0" },
  empty: { margin: 0, padding: "12px 0", textAlign: "center" },
});

/** The annual activity planner: opens the plan that is kept and shows it, or says why it cannot. */
export function Planner({ host, members = NOBODY }: TabProps) {
  const styles = useStyles();
  const say = useSay();
  const { keeper, snapshot } = usePlannerKeeper(host);
  const { state } = snapshot;
  if (state === "loading") return <output className={styles.waiting}>{say(texts.loading)}</output>;
  if ("trouble" in state) {
    return (
      <PlanTroublePanel
        trouble={state.trouble}
        onRemedy={(file, text) => keeper.remedy(file, text)}
        onRetry={() => keeper.reload()}
      />
    );
  }
  return <OpenPlan keeper={keeper} snapshot={snapshot} opened={state.opened} host={host} members={members} />;
}

interface OpenPlanProps extends Required<Pick<TabProps, "host">> {
  readonly members: readonly string[];
  readonly keeper: PlannerKeeper;
  readonly snapshot: PlannerSnapshot;
  readonly opened: Opened;
}

function OpenPlan({ keeper, snapshot, opened, host, members }: OpenPlanProps) {
  const styles = useStyles();
  const say = useSay();
  const [place, setPlace] = useState<Place>(() => ({
    view: weekView,
    month: civilDate(snapshot.today).month,
    edited: undefined,
  }));
  const [copied, setCopied] = useState<Copied>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [showsKeys, setShowsKeys] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const planner = usePlannerState(snapshot, opened, place, host, members);
  const actions = useMemo(
    () => plannerActions(keeper, { say, panel, setPlace, setCopied, setOutcome, setShowsKeys }),
    [keeper, say],
  );
  const { view } = place;
  const { year } = planner.document;
  const hasPlan = isOpen(planner);
  usePlannerKeys(whole, (key) => {
    const shown = hasPlan ? views[Number(key) - 1] : undefined;
    if (shown) actions.show(shown);
    const action = keyActions.find(({ keys }) => keys.includes(key));
    void action?.run(planner, actions);
    return shown !== undefined || action?.isEnabled(planner) === true;
  });
  return (
    <PlannerActionsContext value={actions}>
      <PlannerContext value={planner}>
        <div ref={whole} className={styles.planner}>
          <PlannerHeader
            saveProblem={snapshot.saveProblem}
            isFromBrowser={opened.isFromBrowser && snapshot.place === "workbook"}
          />
          {showsKeys && (
            <Suspense>
              <KeysPanel lines={keyLines} />
            </Suspense>
          )}
          {hasPlan ? (
            <>
              {copied && copied.to === year && (
                <Suspense>
                  <MovesPanel copied={copied} onClose={() => setCopied(undefined)} />
                </Suspense>
              )}
              <WarningList key={view === weekView ? view.id : "other"} isBrief={view !== weekView} />
              <TabBar
                label={say(texts.views)}
                tabs={views}
                selected={view}
                isSmall
                panelId={PANEL}
                onSelect={actions.show}
              />
              <div
                id={PANEL}
                ref={panel}
                tabIndex={-1}
                role="tabpanel"
                aria-labelledby={tabElementId(PANEL, view.id)}
                className={styles.panel}
              >
                <LoadFailure key={view.id}>
                  <Suspense fallback={<output>{say(texts.loading)}</output>}>
                    {view.isEmpty(planner) && <p className={styles.empty}>{say(view.empty)}</p>}
                    <view.Component key={year} />
                  </Suspense>
                </LoadFailure>
              </div>
            </>
          ) : (
            <LoadFailure>
              <Suspense fallback={<output>{say(texts.loading)}</output>}>
                <EmptyYear />
              </Suspense>
            </LoadFailure>
          )}
          <OutcomeBar outcome={outcome} onClose={() => setOutcome(undefined)} />
        </div>
      </PlannerContext>
    </PlannerActionsContext>
  );
}
