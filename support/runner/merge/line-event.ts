import type { JournalEvent, JournalLine } from '../../trace/journal-event.js';

/** Members that say where a line stands in its chain. */
const place: ReadonlySet<string> = new Set(['n', 'previousHash'] satisfies readonly (keyof JournalLine)[]);

/** What a line of a journal says, and when, without its place in the chain. */
export function lineEvent(line: JournalLine): JournalEvent & Pick<JournalLine, 'at'> {
  const said = Object.entries(line).filter(([name]) => !place.has(name));
  return Object.fromEntries(said) as unknown as ReturnType<typeof lineEvent>;
}
