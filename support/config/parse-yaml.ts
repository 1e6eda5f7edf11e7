import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as yaml from 'yaml';
import { packageRoot } from './package-root.js';
import { withoutMark } from './read-text.js';
import { notClosed, yamlProblems } from './yaml-problems.js';

const require = createRequire(import.meta.url);

/**
 * Parses one YAML 1.2 or JSON document into plain JSON: no two places share an object, a duplicate member or a second
 * document is an error. Throws an error that says what is wrong and where, and quotes nothing of the text.
 *
 * What this package ships was parsed at build; the copy is found by the digest of the text, so that it can never be stale.
 */
export function parseYaml(text: string): unknown {
  return JSON.parse(parsedAtBuild(text) ?? parsed(withoutMark(text)));
}

/** Where `npm run build` keeps its copy of a text, absolute. */
export function parsedCopy(text: string): string {
  const name = createHash('sha256').update(text).digest('hex');
  return join(packageRoot(), 'dist', 'parsed', `${name}.json`);
}

function parsedAtBuild(text: string): string | null {
  try {
    return readFileSync(parsedCopy(text), 'utf8');
  } catch {
    // Not ours, or not built: the parser says what is in it.
    return null;
  }
}

function parsed(text: string): string {
  // Loaded only when there is something to parse.
  const { LineCounter, parse } = require('yaml') as typeof yaml;
  const lineCounter = new LineCounter();
  const options = {
    version: '1.2',
    uniqueKeys: true,
    maxAliasCount: 1000,
    logLevel: 'error',
    lineCounter,
    // Its own sentences quote the text, which may be a file of secrets that was named by mistake.
    prettyErrors: false,
  } as const;
  try {
    return JSON.stringify((parse(text, options) as unknown) ?? null);
  } catch (cause) {
    throw withoutQuotes(cause, lineCounter);
  }
}

/** The parser's error in a sentence that names the place and quotes nothing of it. */
function withoutQuotes(cause: unknown, lines: yaml.LineCounter): unknown {
  const { YAMLParseError } = require('yaml') as typeof yaml;
  if (cause instanceof ReferenceError) return new Error(yamlProblems.BAD_ALIAS, { cause });
  if (!(cause instanceof YAMLParseError)) return cause;
  const { line, col } = lines.linePos(cause.pos[0]);
  // One code stands for indentation and for what is never closed; the parser's own words tell them apart.
  const open = cause.code === 'BAD_INDENT' && / and end with a [\]}]/.test(cause.message);
  return new Error(`${open ? notClosed : yamlProblems[cause.code]} at line ${line}, column ${col}`, { cause });
}
