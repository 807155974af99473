/** Larger than any row × 100 + column of the sample sheets. */
const BEYOND = 100_000;

/** A formula's part: how many cells of a range failed and where the first stands, as a clause; "" where none did. */
export function errorNote(range: string, words: { readonly before: string; readonly after: string }): string {
  const failed = `ISERROR(${range})`;
  const count = `SUMPRODUCT(${failed}*1)`;
  const first = `(${BEYOND}-SUMPRODUCT(MAX(${failed}*(${BEYOND}-ROW(${range})*100-COLUMN(${range})))))`;
  const place = `ADDRESS(INT(${first}/100),MOD(${first},100),4)`;
  return `IF(${count}=0,"","${words.before}"&${count}&" 格出错（第一个在 "&${place}&"），${words.after}")`;
}
