/** The version of the product, put in by the build. */
declare const SEVENSTAR_VERSION: string;
