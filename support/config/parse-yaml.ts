import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as yaml from 'yaml';
import { packageRoot } from './package-root.js';

const require = createRequire(import.meta.url);

/**
 * Parses one YAML 1.2 or JSON document into plain JSON: no two places share an object, a duplicate member or a second
 * document is an error. Throws the parser's own error, which says what is wrong and where.
 *
 * What this package ships was parsed at build; the copy is found by the digest of the text, so that it can never be stale.
 */
export function parseYaml(text: string): unknown {
  return JSON.parse(parsedAtBuild(text) ?? parsed(text));
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
  const { parse } = require('yaml') as typeof yaml;
  const options = {
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: true,
    maxAliasCount: 1000,
    logLevel: 'error',
  } as const;
  return JSON.stringify((parse(text, options) as unknown) ?? null);
}
