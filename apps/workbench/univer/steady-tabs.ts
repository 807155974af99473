const TAB = '[data-u-comp="slide-tab-item"]';
/** After how long a press on a sheet's tab is a drag. */
const LONG_PRESS = 500;

/**
 * Has a press on a sheet's tab count as long only while it lasts. Univer lifts the tab out of its bar when its timer
 * ends, also where the page was busy and the release is still waiting; a sheet added meanwhile finds no tab.
 */
export function steadyTabs(container: HTMLElement): void {
  let press = 0;
  const release = () => {
    press += 1;
  };
  addEventListener("pointerup", release, true);
  addEventListener("pointercancel", release, true);
  container.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (!(target as Element).closest(TAB)) return;
      const own = ++press;
      const { setTimeout } = window;
      const restore = () => {
        window.setTimeout = setTimeout;
        removeEventListener("pointerdown", restore);
      };
      // Only while this press is told to the bar, whose timer is found by its length.
      addEventListener("pointerdown", restore);
      setTimeout(restore);
      window.setTimeout = ((task: () => void, time?: number) =>
        time === LONG_PRESS
          ? setTimeout(() => requestAnimationFrame(() => setTimeout(() => own === press && task())), time)
          : setTimeout(task, time)) as typeof window.setTimeout;
    },
    true,
  );
}
