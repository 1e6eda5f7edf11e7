/**
 * The number of the first line in which two streams differ, counted from 1; null when they are equal byte for byte. Both
 * are read only as far as needed, and never held whole.
 */
export async function firstDifferentLine(
  recorded: AsyncIterable<Uint8Array>,
  follows: AsyncIterable<string> | Iterable<string>,
): Promise<number | null> {
  const expected = inBytes(follows);
  let waiting: Uint8Array = new Uint8Array();
  let line = 1;
  for await (const chunk of recorded) {
    let rest = chunk;
    while (rest.length > 0) {
      while (waiting.length === 0) {
        const { done, value } = await expected.next();
        if (done === true) return line;
        waiting = value;
      }
      const length = Math.min(rest.length, waiting.length);
      const [a, b] = [rest.subarray(0, length), waiting.subarray(0, length)];
      const same = Buffer.compare(a, b) === 0 ? length : a.findIndex((byte, at) => byte !== b[at]);
      line += linesIn(a.subarray(0, same));
      if (same < length) return line;
      rest = rest.subarray(length);
      waiting = waiting.subarray(length);
    }
  }
  while (waiting.length === 0) {
    const { done, value } = await expected.next();
    if (done === true) return null;
    waiting = value;
  }
  return line;
}

async function* inBytes(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array, undefined> {
  for await (const piece of pieces) yield Buffer.from(piece, 'utf8');
  return undefined;
}

const lineBreak = 10;

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, at + 1)) count += 1;
  return count;
}
