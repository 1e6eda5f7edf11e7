import { open } from 'node:fs/promises';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeConfigurationMessages } from '../../messages/resume-messages.js';
import type { JournalLine } from '../../trace/journal-event.js';

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

/** The journal of a run, with its running numbers checked: a line that is missing is an error (RES-202). */
export async function readJournal(file: string): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const line of readLines<JournalLine>(file)) {
    if (line.n !== lines.length + 1) {
      throw cannot('RES-202', { file, problem: `line ${String(lines.length + 1)} has the number ${String(line.n)}` });
    }
    lines.push(line);
  }
  return lines;
}
