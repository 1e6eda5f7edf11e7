import { linesOf } from '../lines-of.js';
import type { OpenPack } from '../verify/open-pack.js';
import { parseJson } from '../verify/parse-json.js';
import { journalFile } from '../../trace/journal-file.js';
import type { JournalLine } from '../../trace/journal-event.js';

/**
 * How often and by how much the journal says that the machine's clock jumped, as sentences. VFY-302 for such a
 * line that is no JSON.
 */
export async function clockJumpsIn(pack: OpenPack): Promise<readonly string[]> {
  const file = pack.file(journalFile);
  if (file === null) return [];
  const jumps: string[] = [];
  for await (const { bytes } of linesOf(file)) {
    const text = bytes.toString('utf8');
    if (!text.includes('"clock-jumped"')) continue;
    const line = parseJson(text, journalFile) as JournalLine;
    if (line.type === 'clock-jumped') jumps.push(inWords(line));
  }
  return jumps;
}

function inWords({ n, at, byMs }: JournalLine & { readonly type: 'clock-jumped' }): string {
  const seconds = (Math.abs(byMs) / 1000).toFixed(1);
  const how = byMs < 0 ? `was set back by ${seconds} s` : `went ahead by ${seconds} s, or the machine slept`;
  return `${at}: the clock of this machine ${how} (${journalFile} line ${n})`;
}
