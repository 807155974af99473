/** What the grid's own controls are called, by the command or place by which they are found. */
const NAMES: readonly (readonly [selector: string, name: string])[] = [
  ['[data-u-command="univer.command.undo"]', "撤销"],
  ['[data-u-command="univer.command.redo"]', "重做"],
  ['button[data-u-command*="format-painter"]', "格式刷"],
  ['button[data-u-command^="sheet.command.clear-selection"]', "清除格式"],
  ['button[data-u-command*="fontsize-increase"]', "增大字号"],
  ['button[data-u-command*="fontsize-decrease"]', "减小字号"],
  ['[data-u-command="sheet.command.set-range-bold"]', "加粗"],
  ['[data-u-command="sheet.command.set-range-italic"]', "斜体"],
  ['[data-u-command="sheet.command.set-range-underline"]', "下划线"],
  ['[data-u-command="sheet.command.set-range-stroke"]', "删除线"],
  ['button[data-u-command="sheet.command.toggle-gridlines"]', "网格线"],
  ['[data-u-comp="ribbon-toolbar"] :not([data-u-comp="input"]) > input', "字体"],
  ['[data-u-comp="ribbon-toolbar"] [data-u-comp="input"] > input', "字号"],
  ['[data-u-comp="defined-name"] input', "名称框：填地址可跳到那一格"],
  ['[data-u-comp="defined-name"] [aria-haspopup]', "已命名的区域"],
];

/** Controls without a command, in the order in which they stand in a part of the grid. */
const ROWS: readonly (readonly [selector: string, names: readonly string[]])[] = [
  [
    '[data-u-comp="sheet-bar-append-button"]',
    ["新建工作表", "全部工作表", "向左翻工作表标签", "向右翻工作表标签"],
  ],
];

/** Names Univer's controls in Chinese and mends their roles for those who hear the page, whenever they change. */
export function nameControls(container: HTMLElement): () => void {
  let frame = 0;
  const name = () => {
    frame = 0;
    for (const [selector, label] of NAMES) {
      for (const control of container.querySelectorAll(selector)) set(control, "aria-label", label);
    }
    for (const [selector, labels] of ROWS) {
      for (const [index, control] of container.querySelectorAll(selector).entries()) {
        set(control, "aria-label", labels[index] ?? "");
      }
    }
    nameZoom(container);
    for (const trigger of container.querySelectorAll("div[aria-expanded], a[aria-expanded]")) {
      mendTrigger(trigger);
    }
    for (const button of container.querySelectorAll("button:not([aria-label])")) {
      if (!button.textContent?.trim()) set(button, "aria-label", "更多");
    }
    for (const canvas of container.querySelectorAll("canvas")) set(canvas, "tabindex", "-1");
    for (const [index, notices] of document.querySelectorAll(NOTICES).entries()) {
      set(notices, "aria-label", index === 0 ? "表格的通知" : `表格的通知 ${index + 1}`);
    }
  };
  const observer = new MutationObserver(() => {
    frame ||= requestAnimationFrame(name);
  });
  observer.observe(container, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["aria-expanded", "tabindex", "role"],
  });
  name();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** Writes only what differs, so that naming does not tell of itself. */
function set(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

/** A trigger that is no button becomes one, unless it holds the controls themselves. */
function mendTrigger(trigger: Element): void {
  if (trigger.querySelector("input, button")) {
    trigger.removeAttribute("aria-expanded");
    trigger.removeAttribute("aria-haspopup");
    return;
  }
  if (!trigger.hasAttribute("role")) set(trigger, "role", "button");
  if (!trigger.textContent?.trim() && !trigger.hasAttribute("aria-label")) {
    const command = trigger.closest("[data-u-command]")?.getAttribute("data-u-command") ?? "";
    set(trigger, "aria-label", MENUS.find(([part]) => command.includes(part))?.[1] ?? "更多选项");
  }
}

const NOTICES = 'section[aria-label^="Notifications"], section[aria-label^="表格的通知"]';

const MENUS: readonly (readonly [part: string, name: string])[] = [
  ["border", "边框"],
  ["horizontal", "水平对齐"],
  ["vertical", "垂直对齐"],
  ["wrap", "换行"],
  ["rotation", "文字方向"],
  ["background", "填充颜色"],
  ["text-color", "文字颜色"],
];

/** The slider for the zoom, whose parts have roles that no standard knows. */
function nameZoom(container: HTMLElement): void {
  const track = container.querySelector('[role="track"], [data-sevenstar="zoom"]');
  if (!track) return;
  track.removeAttribute("role");
  track.setAttribute("data-sevenstar", "zoom");
  for (const handle of track.querySelectorAll('[role="handle"]')) {
    handle.removeAttribute("role");
    set(handle, "aria-label", "拖动以缩放");
  }
  for (const point of track.querySelectorAll("a")) set(point, "aria-label", "回到 100%");
  const [less, more] =
    track.parentElement?.parentElement?.querySelectorAll(
      ':scope > button, :scope > * > [data-u-comp="button"]',
    ) ?? [];
  if (less) set(less, "aria-label", "缩小");
  if (more && more !== less) set(more, "aria-label", "放大");
}
