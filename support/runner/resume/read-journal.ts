import { open } from 'node:fs/promises';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeConfigurationMessages } from '../../messages/resume-messages.js';
import type { JournalLine } from '../../trace/journal-event.js';
import { shapeProblem } from '../../verdict/evidence-schema.js';

const cannot = errorsOf(resumeConfigurationMessages, 'configuration');

/** Reads lines of NDJSON one at a time. RES-202 (78) for a line that is no JSON object, or a file that is not there. */
export async function* readLines<T>(file: string): AsyncGenerator<T> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw cannot('RES-202', { file, problem: 'it cannot be opened' }, error);
  });
  try {
    let line = 0;
    for await (const text of handle.readLines({ encoding: 'utf8', autoClose: false })) {
      line += 1;
      yield objectOf(text, file, line) as T;
    }
  } finally {
    await handle.close();
  }
}

function objectOf(text: string, file: string, line: number): unknown {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // Told below, like every other line that is no object.
  }
  if (typeof value === 'object' && value !== null) return value;
  throw cannot('RES-202', { file, problem: `line ${String(line)} is no JSON object` });
}

/** The journal of a run, with shape and running number of every line checked: one that is missing or strange is RES-202. */
export async function readJournal(file: string): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const line of readLines<JournalLine>(file)) {
    if (line.n !== lines.length + 1) {
      throw cannot('RES-202', { file, problem: `line ${String(lines.length + 1)} has the number ${String(line.n)}` });
    }
    if (shapeProblem('journal', line) !== null) {
      throw cannot('RES-202', { file, problem: `line ${String(line.n)} is no event of a journal` });
    }
    lines.push(line);
  }
  return lines;
}
