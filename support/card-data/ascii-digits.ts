/** Digits of other scripts that stand in one UTF-16 unit, which keeps every place of a text. */
const foreignDigit = /(?![0-9])\p{Nd}/gu;

/** A text with the digits of every script written as 0 to 9; each place stays what it was. */
export function asciiDigits(text: string): string {
  // Hardly any text has such digits, and none below U+0660.
  if (!/[\u0660-\uffff]/.test(text)) return text;
  return text.replace(foreignDigit, (digit) => (digit.length === 1 ? valueOf(digit.charCodeAt(0)) : digit));
}

/** Unicode keeps the ten digits of a script together, from a place that ends in 0 or in 6. */
function valueOf(unit: number): string {
  const start = unit & ~0xf;
  return String(/\p{Nd}/u.test(String.fromCharCode(start)) ? unit - start : unit - start - 6);
}
