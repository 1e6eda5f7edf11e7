import type { ZipEntry } from './zip-entry.js';

const symbolicLink = 0o12_0000;
const kind = 0o17_0000;

/** Rules for what a zip may hold, each with what is wrong when it does not hold. */
const rules: readonly { readonly problem: string; readonly breaks: (entry: ZipEntry) => boolean }[] = [
  { problem: 'is an absolute path', breaks: ({ name }) => name.startsWith('/') || /^[A-Za-z]:/.test(name) },
  { problem: 'holds a backslash', breaks: ({ name }) => name.includes('\\') },
  { problem: 'holds a control character', breaks: ({ name }) => /[\u0000-\u001f\u007f\ufffd]/.test(name) },
  {
    problem: 'leaves or repeats its folder',
    breaks: ({ name }) => name.split('/').some((part) => part === '' || part === '.' || part === '..'),
  },
  { problem: 'is a symbolic link', breaks: ({ mode }) => (mode & kind) === symbolicLink },
  { problem: 'is encrypted', breaks: ({ flags }) => (flags & 1) !== 0 },
  { problem: 'is packed in an unknown way', breaks: ({ method }) => method !== 0 && method !== 8 },
  { problem: 'is stored as it is', breaks: ({ method, size, compressed }) => method === 0 && size + compressed > 0 },
];

/** The first thing wrong with the names of a zip, as a sentence without its subject; null when nothing is. */
export function namesProblem(entries: readonly ZipEntry[]): string | null {
  const seen = new Set<string>();
  const tops = new Set<string>();
  for (const entry of entries) {
    const shown = JSON.stringify(entry.name);
    const broken = rules.find(({ breaks }) => breaks(entry));
    if (broken !== undefined) return `the name ${shown} ${broken.problem}`;
    // Some file systems take both for the same file.
    const folded = entry.name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) return `the name ${shown} comes twice`;
    seen.add(folded);
    const [top, ...rest] = entry.name.split('/');
    if (rest.length === 0) return `the file ${shown} lies outside the folder of the run`;
    tops.add(top ?? '');
  }
  if (tops.size !== 1) return `it holds ${String(tops.size)} folders instead of one`;
  return null;
}
