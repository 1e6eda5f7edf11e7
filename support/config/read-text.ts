import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

/** A file that is there and holds no text that can be read; the message is half a sentence without the path. */
export class NotText extends Error {
  override readonly name = 'NotText';
}

/** Reads a text file in UTF-8, without the byte order mark that Windows programs write. {@link NotText} for another encoding. */
export async function readText(file: string): Promise<string> {
  return textOf(await readFile(file));
}

function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new NotText('it is in UTF-16, as ">" of PowerShell 5 writes; save it as UTF-8');
  }
  if (!isUtf8(bytes)) throw new NotText('it is not UTF-8; save it as UTF-8');
  return withoutMark(bytes.toString('utf8'));
}

/** The text without a byte order mark before it. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
