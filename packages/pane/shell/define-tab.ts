import type { Words } from "@sevenstar/core/cells/words";
import { type ComponentType, lazy } from "react";
import type { FunctionCard } from "../functions/function-card.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";

/** What every tab is given; each takes what it needs. */
export interface TabProps {
  /** Every function's card, or what loads them when they are shown. */
  readonly functions: readonly FunctionCard[] | (() => Promise<readonly FunctionCard[]>);
  /** The manual's address; `/ID` is added for one function, `/symptoms` for the help by symptom. */
  readonly docsUrl: string;
  /** The spreadsheet beside the pane; left out, formulas can only be copied and the plan stays in the browser. */
  readonly host?: SheetHost | undefined;
  /** A sentence above the functions, such as why nothing can be inserted. */
  readonly notice?: Words | undefined;
  /** The team's members, offered as owners of activities. */
  readonly members?: readonly string[] | undefined;
  /** Where the API of the templates is; left out, the page's own origin. */
  readonly apiOrigin?: string | undefined;
  /** The code of an invite link that was opened: the templates' tab offers to join by it. */
  readonly invite?: string | undefined;
  readonly onInviteDone?: (() => void) | undefined;
  /** Hears which team is signed in, once the templates' tab knows. */
  readonly onTeam?: ((name: string | undefined) => void) | undefined;
}

/** A tab of the pane. */
export interface PaneTab {
  /** Kept in the browser as the tab that was open last. */
  readonly id: string;
  readonly words: Words;
  readonly Component: ComponentType<TabProps>;
}

interface TabDefinition {
  readonly id: string;
  readonly words: Words;
  readonly load: () => Promise<ComponentType<TabProps>>;
}

/** A tab of the pane, whose part is loaded when it is shown first. */
export const defineTab = ({ id, words, load }: TabDefinition): PaneTab => ({
  id,
  words,
  Component: lazy(async () => ({ default: await load() })),
});
