import type { Page } from "playwright-core";

/** Begins a composition of a Chinese text in the focused field, as an input method does. */
export async function compose(page: Page, letters: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", {
    text: letters,
    selectionStart: letters.length,
    selectionEnd: letters.length,
  });
  await client.detach();
}

/** The Enter that takes a composed text, in the order of Chrome: the key within the composition, then its end. */
export async function takeComposed(page: Page, text: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await client.send("Input.insertText", { text });
  await client.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await client.detach();
}

/** The same in the order of Safari: the composition has ended when the key is told, only by its code. */
export async function takeComposedAsSafari(page: Page, text: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Input.insertText", { text });
  const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await client.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await client.detach();
}
