import { catalogue } from "@sevenstar/core/functions/catalogue";
import { type IWorkbookData, LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import zhCN from "@univerjs/preset-sheets-core/locales/zh-CN";
import "@univerjs/preset-sheets-core/lib/index.css";
import { functionHelp } from "./function-help.ts";
import { sheetFunction } from "./sheet-function.ts";

/** Opens a workbook in a spreadsheet that knows the catalogue's functions. */
export function startUniver(
  container: HTMLElement,
  workbook: Partial<IWorkbookData>,
  isDark: boolean,
): FUniver {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: zhCN as never },
    darkMode: isDark,
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    disableAutoFocus: true,
    formula: {
      function: catalogue.map((definition) => [sheetFunction(definition), definition.id]),
      description: catalogue.map(functionHelp),
    },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as never);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  api.createWorkbook(workbook);
  return api;
}
