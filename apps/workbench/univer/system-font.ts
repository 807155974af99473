/** The fonts with Chinese characters that Windows, macOS and Linux bring along. */
export const SYSTEM_FONT = "Segoe UI, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";
