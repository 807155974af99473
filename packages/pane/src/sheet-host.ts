/** What the pane asks of the spreadsheet it sits beside; the adapters are in apps/addin and apps/workbench. */
export interface SheetHost {
  /**
   * Writes a formula (with its leading "=") into the selected cell.
   *
   * Gives the cell's address such as `商品体检!B2`, or one Chinese sentence where the host refused.
   */
  insertFormula(formula: string): Promise<{ readonly address: string } | { readonly problem: string }>;
}
