import { createHash } from 'node:crypto';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Canary } from './canary.js';
import { zipEntries } from './zip-entries.js';

/** Bytes to be searched, and what they are called. */
export interface Haystack {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file below a folder, of archives every entry as well; all names as a text of their own, and where links lead. */
export async function haystacksIn(root: string): Promise<Haystack[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found: Haystack[] = [{ name: 'paths', bytes: Buffer.from(entries.map(({ name }) => name).join('\n')) }];
  const links: string[] = [];
  for (const entry of entries) {
    const name = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) links.push(`${entry.name} -> ${await readlink(name)}`);
    if (!entry.isFile()) continue;
    const bytes = await readFile(name);
    found.push({ name, bytes });
    if (name.endsWith('.zip'))
      found.push(...zipEntries(bytes).map((inner) => ({ ...inner, name: `${name}: ${inner.name}` })));
  }
  return [...found, { name: 'links', bytes: Buffer.from(links.join('\n')) }];
}

/**
 * Where canaries stand, as `canary in haystack (how it was read)`. Uses none of the product's masking or scanning. The zip
 * holds every file of the pack once more: the same bytes are searched once.
 */
export function outsideSearch(haystacks: readonly Haystack[], canaries: readonly Canary[]): readonly string[] {
  const found = new Map<string, string>();
  const searched = new Set<string>();
  for (const { name, bytes } of haystacks) {
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (searched.has(digest)) continue;
    searched.add(digest);
    for (const [how, text] of readings(bytes)) {
      for (const canary of canaries) {
        const place = `${canary.name} in ${name}`;
        if (!found.has(place) && holds(text, canary)) found.set(place, how);
      }
    }
  }
  return [...found].map(([place, how]) => `${place} (${how})`);
}

/** How deep encodings inside encodings are followed. */
const deepest = 3;

function* readings(bytes: Buffer): Generator<readonly [how: string, text: string]> {
  yield ['utf-16le', bytes.toString('utf16le')];
  yield ['utf-16le, one byte on', bytes.subarray(1).toString('utf16le')];
  yield* decodings('raw', bytes.toString('utf8'), deepest);
}

/** A text, and what every decoder that changes it makes of it. */
function* decodings(how: string, text: string, depth: number): Generator<readonly [string, string]> {
  yield [how, text];
  if (depth === 0) return;
  for (const [name, decode] of decoders) {
    const decoded = decode(text);
    if (decoded !== text && decoded !== '') yield* decodings(`${how}, ${name}`, decoded, depth - 1);
  }
}

const decoders: readonly (readonly [string, (text: string) => string])[] = [
  ['json', (text) => text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => character(hex)).replace(/\\(.)/g, '$1')],
  ['url', (text) => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => character(hex))],
  ['html', (text) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code) % 0x11_00_00))],
  [
    'base64',
    (text) => stretches(text, /[\w+/-]{12,}/g, (piece) => [0, 1, 2, 3].map((skip) => base64(piece.slice(skip)))),
  ],
  [
    'hex',
    (text) => stretches(text, /(?:[0-9a-f]{2}){8,}/gi, (piece) => [Buffer.from(piece, 'hex').toString('latin1')]),
  ],
];

function character(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function base64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

/** What the encoded pieces of a text say; those that say nothing readable are left out, so that the search ends. */
function stretches(text: string, pattern: RegExp, decode: (piece: string) => string[]): string {
  return [...text.matchAll(pattern)]
    .flatMap(([piece]) => decode(piece))
    .filter((decoded) => /[\x20-\x7e]{8,}/.test(decoded))
    .join('\n');
}

function holds(text: string, { value, near }: Canary): boolean {
  if (near !== null) return near.test(text);
  if (value === null) return false;
  if (text.includes(value)) return true;
  // Card numbers are also looked for in groups of any length.
  return /^\d{13,}$/.test(value) && squeezed(text).includes(value);
}

let lastText = '';
let lastSqueezed = '';

function squeezed(text: string): string {
  if (text !== lastText) [lastText, lastSqueezed] = [text, text.replace(/(?<=\d)[ .+\-]+(?=\d)/g, '')];
  return lastSqueezed;
}
