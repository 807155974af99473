/** Why a spreadsheet does not take a sheet's name, as a sentence; undefined where it does. */
export function sheetNameProblem(name: string): string | undefined {
  if (name.trim() === "") return "工作表的名称是空的，请写上名称。";
  if (name.length > 31) return `工作表的名称“${name}”超过 31 个字，请改短。`;
  if (/[[\]:*?/\\]/.test(name) || /^'|'$/.test(name)) {
    return `工作表的名称“${name}”里有 Excel 不接受的符号（[ ] : * ? / \\ 或首尾的单引号），请去掉。`;
  }
  return undefined;
}

/** Why a spreadsheet does not take a table's name, as a sentence; undefined where it does. */
export function tableNameProblem(name: string): string | undefined {
  if (name.length > 255 || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) {
    return `表的名称“${name}”不能用：请只用汉字、字母、数字和下划线，不以数字开头，不含空格。`;
  }
  if (/^(?:[A-Za-z]{1,3}\d+|[Rr]\d*|[Cc]\d*|[Rr]\d*[Cc]\d*)$/.test(name)) {
    return `表的名称“${name}”与单元格地址一样，请换一个名称。`;
  }
  return undefined;
}
