import { errorsOf } from '../messages/coded-error.js';
import { verifyMessages } from '../messages/verify-messages.js';
import type { PackFile } from './pack-files.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** A line of a file, as its bytes stand there. */
export interface ByteLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line break. They hold good until the next line is asked for. */
  readonly bytes: Buffer;
  /** Bytes of the file up to here, line break included. */
  readonly end: number;
  /** False for a last line without its line break. */
  readonly whole: boolean;
}

const lineBreak = 0x0a;
/** No line of ours comes near this; a foreign file must not fill the memory. */
const longest = 64 * 1024 * 1024;

/**
 * The lines of a file one at a time, parted at line feeds and nowhere else: text readers also part at U+2028, which JSON
 * may hold. VFY-302 for a line longer than 64 MiB.
 */
export async function* linesOf(file: PackFile): AsyncGenerator<ByteLine> {
  let [number, end, size] = [0, 0, 0];
  let parts: Buffer[] = [];
  for await (const chunk of file.open()) {
    let from = 0;
    for (let at = chunk.indexOf(lineBreak); at >= 0; at = chunk.indexOf(lineBreak, from)) {
      const rest = chunk.subarray(from, at);
      const bytes = parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
      [number, end, size, parts] = [number + 1, end + bytes.length + 1, 0, []];
      yield { number, bytes, end, whole: true };
      from = at + 1;
    }
    if (from === chunk.length) continue;
    parts.push(Buffer.from(chunk.subarray(from)));
    size += chunk.length - from;
    if (size > longest) throw damaged('VFY-302', { file: file.path, problem: `line ${number + 1} is too long` });
  }
  if (size > 0) yield { number: number + 1, bytes: Buffer.concat(parts), end: end + size, whole: false };
}
