import type { Injector } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/preset-sheets-core";
import { TABLE_COMMENT } from "./find-table.ts";

/**
 * Has a bare table name mean the table's rows without its headers, as in Excel: the defined name that keeps a table's
 * place stands for its whole range, and Univer asks names before tables.
 */
export function nameTables(services: Injector): void {
  const builder = services.get(LexerTreeBuilder);
  const { treeBuilder } = builder;
  builder.treeBuilder = (formula, transformsSuffix, names) =>
    treeBuilder.call(builder, formula, transformsSuffix, names && withoutTables(names));
}

type Names = NonNullable<Parameters<LexerTreeBuilder["treeBuilder"]>[2]>;

function withoutTables(names: Names): Names {
  const isTable = (unit: string, name: string) => names.getValueByName(unit, name)?.comment === TABLE_COMMENT;
  return {
    ...names,
    getValueByName: (unit, name) => (isTable(unit, name) ? null : names.getValueByName(unit, name)),
    getDirtyDefinedNameMap: () =>
      Object.fromEntries(
        Object.entries(names.getDirtyDefinedNameMap()).map(([unit, changed]) => [
          unit,
          Object.fromEntries(Object.entries(changed ?? {}).filter(([name]) => !isTable(unit, name))),
        ]),
      ),
  };
}
