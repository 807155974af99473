/** What to say where a host threw instead of reading a table. */
export const tableNotRead = (error: unknown): string => `表格没有读成，请再试一次。原因：${String(error)}`;
