/** The row id that an activity of a name always gets, so that two people who begin with it have the same row. */
export const rowIdOf = (name: string): string =>
  [...name]
    .map((character) => character.codePointAt(0)?.toString(36))
    .join("")
    .slice(0, 64);

/** A row id that nothing else bears; drawn without `randomUUID`, which pages without https lack. */
export const newRowId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
