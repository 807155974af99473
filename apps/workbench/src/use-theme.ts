import { localStore } from "@sevenstar/pane/browser/local-store.ts";
import { useEffect, useState } from "react";
import { useMedia } from "./use-media.ts";

const SYSTEM = "(prefers-color-scheme: dark)";
const KEY = "sevenstar.theme";

/** Whether the page is dark: as chosen here before, else as the system is; and the way to choose. */
export function useTheme(): readonly [isDark: boolean, choose: (isDark: boolean) => void] {
  const systemIsDark = useMedia(SYSTEM);
  const [chosen, setChosen] = useState(() => localStore.read(KEY));
  const isDark = chosen ? chosen === "dark" : systemIsDark;
  useEffect(() => {
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  }, [isDark]);
  const choose = (dark: boolean) => {
    setChosen(dark ? "dark" : "light");
    localStore.write(KEY, dark ? "dark" : "light");
  };
  return [isDark, choose];
}
