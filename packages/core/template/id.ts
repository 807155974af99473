/** The id of a template or of one of its rows, chosen by the client. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** What an id may hold, in words. */
export const ID_FORM = "1 到 64 个英文字母、数字、_ 或 -";

/** Said of a template's id that is none; a full stop follows. */
export const TEMPLATE_ID_PROBLEM = `模板的 id 应为 ${ID_FORM}`;
