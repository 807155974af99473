import { type ComponentType, lazy } from "react";
import type { View } from "./open-planner.ts";

type ViewDefinition = Omit<View, "Component" | "isEmpty"> & {
  /** Whether it has nothing to show; left out, where the year has no activity that counts. */
  readonly isEmpty?: View["isEmpty"];
} & ({ readonly Component: ComponentType } | { readonly load: () => Promise<ComponentType> });

/** A view of the planner: its tab, key, help, empty state and content, which may be loaded when it is shown first. */
export const defineView = (definition: ViewDefinition): View => ({
  isEmpty: ({ schedule }) => schedule.activities.length === 0,
  ...definition,
  Component:
    "load" in definition ? lazy(async () => ({ default: await definition.load() })) : definition.Component,
});
