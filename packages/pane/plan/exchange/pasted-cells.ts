/**
 * The cells of a table that was pasted: columns apart by tabs, as spreadsheets copy them, else by commas or
 * semicolons; texts in double quotes may hold line breaks and separators. Blank lines are left out.
 */
export function pastedCells(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const separator = plain.includes("\t")
    ? "\t"
    : /^[^\n]*,/.test(plain)
      ? ","
      : /^[^\n]*，/.test(plain)
        ? "，"
        : ";";
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = "";
  };
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at] as string;
    if (isQuoted && character === '"' && plain[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"' && (isQuoted || cell.trim() === "")) {
      isQuoted = !isQuoted;
      if (isQuoted) cell = "";
    } else if (!isQuoted && character === separator) endCell();
    else if (!isQuoted && character === "\n") {
      endCell();
      rows.push([]);
    } else cell += character;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each !== ""));
}
