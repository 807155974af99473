/**
 * The files of @microsoft/office-js that a self-hosted build carries, unmodified: the loader, what it loads
 * in a plain tab, in Excel on Windows, on the Mac and on the web, the texts, and the telemetry sink that the
 * loader asks for. Not carried: other Office programs, iPad (no shared runtime), Excel 2013, debug versions.
 */
export const officeJsFiles = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.00.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "telemetry/oteljs_agave.js",
  "zh-cn/office_strings.js",
  "zh-hk/office_strings.js",
  "zh-tw/office_strings.js",
  "en-us/office_strings.js",
] as const;
