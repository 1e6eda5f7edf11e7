/**
 * Rows as CSV (RFC 4180): a comma between cells, CRLF behind every row, quotes where a cell needs them. Text that a
 * spreadsheet would compute gets an apostrophe in front, so that it stays text.
 */
export function csv(rows: readonly (readonly (string | number | boolean)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** First characters of a formula, also in full width; a control character in front does not stop a spreadsheet. */
const formula = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function cell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
