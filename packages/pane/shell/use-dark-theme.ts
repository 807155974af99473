import { useSyncExternalStore } from "react";

const query = "(prefers-color-scheme: dark)";

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener("change", onChange);
  return () => list.removeEventListener("change", onChange);
}

/** Whether the pane is dark: as its host says, else as the system does. */
export function useDarkTheme(hostIsDark: boolean | undefined): boolean {
  const systemIsDark = useSyncExternalStore(subscribe, () => matchMedia(query).matches);
  return hostIsDark ?? systemIsDark;
}
