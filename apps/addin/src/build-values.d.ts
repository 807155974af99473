/** The add-in's version, filled in by build.ts. */
declare const SEVENSTAR_VERSION: string;
/** The manual's address, filled in by build.ts. */
declare const SEVENSTAR_DOCS_URL: string;
/** What the pane shows of each function, filled in by build.ts. */
declare const SEVENSTAR_FUNCTION_CARDS: readonly import("@sevenstar/pane/functions/function-card.ts").FunctionCard[];
declare module "*.css";
