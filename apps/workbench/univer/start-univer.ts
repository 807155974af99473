import { catalogue, describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import {
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  Univer,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { type BaseFunction, ILayoutService, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import zhCN from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import type { OpenWorkbook } from "./open-workbook.ts";
import "@univerjs/preset-sheets-core/lib/index.css";
import "./mend-looks.css";
import { functionHelp } from "./function-help.ts";
import { keepCalculating } from "./keep-calculating.ts";
import { keepEntries } from "./keep-entries.ts";
import { keepReferences } from "./keep-references.ts";
import { mendedFunctions } from "./mended-functions.ts";
import { nameControls } from "./name-controls.ts";
import { nameTables } from "./name-tables.ts";
import { sheetFunction } from "./sheet-function.ts";
import { skipIdleIndex } from "./skip-idle-index.ts";
import { spillBeyondEnd } from "./spill-beyond-end.ts";
import { steadyTabs } from "./steady-tabs.ts";
import { SYSTEM_FONT } from "./system-font.ts";
import { WholeUndo } from "./whole-undo.ts";

/** Opens a workbook in a spreadsheet that knows the catalogue's functions; without the ribbon on a narrow screen. */
export function startUniver(
  container: HTMLElement,
  workbook: Partial<IWorkbookData>,
  { isDark, isNarrow }: { readonly isDark: boolean; readonly isNarrow: boolean },
): OpenWorkbook {
  skipIdleIndex();
  keepCalculating();
  keepReferences();
  spillBeyondEnd();
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: zhCN as never },
    darkMode: isDark,
    logLevel: LogLevel.ERROR,
    override: [
      [
        IUndoRedoService,
        {
          useFactory: (...services: ConstructorParameters<typeof WholeUndo>) => new WholeUndo(...services),
          deps: [IUniverInstanceService, ICommandService, IContextService],
        },
      ],
    ],
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: !isNarrow,
    disableAutoFocus: true,
    customFontFamily: { list: [{ value: SYSTEM_FONT, label: "系统字体", category: "sans-serif" }] },
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    ...(isNarrow ? { footer: { statisticBar: false, menus: false, zoomSlider: false } } : {}),
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    formula: {
      function: [
        ...catalogue.map((definition): [typeof BaseFunction, string] => [
          sheetFunction(definition),
          definition.id,
        ]),
        ...mendedFunctions(),
      ],
      description: describedCatalogue.map(functionHelp),
    },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as never);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsSortPlugin);
  nameTables(univer.__getInjector());
  keepEntries(univer.__getInjector());
  const api = FUniver.newAPI(univer);
  api.createWorkbook(workbook);
  nameControls(container);
  steadyTabs(container);
  const services = univer.__getInjector();
  return { api, services, focusGrid: () => services.get(ILayoutService).focus() };
}
