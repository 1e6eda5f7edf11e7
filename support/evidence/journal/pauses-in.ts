import type { JournalLine } from '../../trace/journal-event.js';
import { journalFile } from '../../trace/journal-file.js';
import { linesOf } from '../lines-of.js';
import type { Pause } from '../pause.js';
import type { OpenPack } from '../verify/open-pack.js';
import { parseJson } from '../verify/parse-json.js';

/**
 * Every time the run stood still and somebody resumed it, as the journal says. A run that was killed says nothing when it
 * ends: its pause begins with the last thing it recorded. VFY-302 for a line that is no JSON.
 */
export async function pausesIn(pack: OpenPack): Promise<readonly Pause[]> {
  const file = pack.file(journalFile);
  if (file === null) return [];
  const pauses: Pause[] = [];
  let before = '';
  for await (const { bytes } of linesOf(file)) {
    const text = bytes.toString('utf8');
    if (text.includes('"resumed"') && before !== '') {
      const line = parseJson(text, journalFile) as JournalLine;
      const last = parseJson(before, journalFile) as JournalLine;
      if (line.type === 'resumed') pauses.push({ from: last.at, to: line.at, stopped: last.type === 'stopped' });
    }
    before = text;
  }
  return pauses;
}
