import { errorsOf, type CodedError } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { readProblem } from './read-problem.js';
import { readText, withoutMark } from './read-text.js';

const configError = errorsOf(configMessages, 'configuration');

/**
 * An env-file as far as it could be read. A problem does not hide the values: the guard looks at them first, because a
 * refusal comes before every other complaint.
 */
export interface EnvFile {
  readonly values: ReadonlyMap<string, string>;
  readonly problem: CodedError | null;
}

const assignment = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;

/** Reads an env-file (KEY=VALUE, `#` comments, single or double quotes). Never throws; see {@link EnvFile.problem}. */
export async function readEnvFile(file: string): Promise<EnvFile> {
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    return { values: new Map(), problem: configError('CFG-101', { file, problem: readProblem(error) }, error) };
  }
  return parseEnvFile(text, file);
}

/** Parses the text of an env-file; `file` is only for messages. Messages never show a value. */
export function parseEnvFile(text: string, file: string): EnvFile {
  const values = new Map<string, string>();
  let problem: CodedError | null = null;
  for (const [index, raw] of withoutMark(text).split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const read = readLine(line, values);
    if (typeof read === 'string') problem ??= configError('CFG-102', { file, line: index + 1, problem: read });
    else values.set(read.name, read.value);
  }
  return { values, problem };
}

function readLine(line: string, seen: ReadonlyMap<string, string>): { name: string; value: string } | string {
  const match = assignment.exec(line);
  const [name, rest] = [match?.[1], match?.[2]];
  if (name === undefined || rest === undefined) return 'the line has no such form';
  if (seen.has(name)) return `${name} is set twice`;
  const value = unquote(rest);
  return value === null ? `the value of ${name} has an unclosed quote or text after it` : { name, value };
}

function unquote(text: string): string | null {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text.replace(/\s+#.*$/, '').trim();
  const pattern = quote === '"' ? /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/ : /^'([^']*)'\s*(?:#.*)?$/;
  const inner = pattern.exec(text)?.[1];
  if (inner === undefined) return null;
  return quote === '"' ? inner.replace(/\\(.)/g, (_whole, letter: string) => (letter === 'n' ? '\n' : letter)) : inner;
}

/** `value` in the form {@link parseEnvFile} reads back unchanged. */
export function quoteValue(value: string): string {
  if (/^[\w./:@%+,=-]+$/.test(value)) return value;
  return `"${value.replace(/["\\]/g, (letter) => `\\${letter}`).replace(/\n/g, '\\n')}"`;
}
