import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

/** A way to tamper with one file of an unpacked pack, without hashing or signing anything anew. */
export interface Tampering {
  readonly name: string;
  /** Does it; gives the paths that must be named, or null where the file offers nothing to do this to. */
  readonly apply: (root: string, path: string) => Promise<readonly string[] | null>;
}

type Edit = (bytes: Buffer) => Buffer | null;

/** Changes the content of a file; an edit that gives the same bytes is none. */
function content(name: string, edit: Edit): Tampering {
  return {
    name,
    apply: async (root, path) => {
      const file = join(root, path);
      const before = await readFile(file);
      const after = edit(before);
      if (after === null || after.equals(before)) return null;
      await writeFile(file, after);
      return [path];
    },
  };
}

function flip(place: (length: number) => number): Edit {
  return (bytes) => {
    if (bytes.length === 0) return null;
    const altered = Buffer.from(bytes);
    const at = place(bytes.length);
    altered[at] = (altered[at] ?? 0) ^ 1;
    return altered;
  };
}

/** Edits a file as lines; latin1 keeps every byte. */
function lines(edit: (all: readonly string[]) => readonly string[] | null): Edit {
  return (bytes) => {
    const edited = edit(bytes.toString('latin1').split('\n'));
    return edited === null ? null : Buffer.from(edited.join('\n'), 'latin1');
  };
}

const swapped = (all: readonly string[]): readonly string[] | null => {
  const [first, ...rest] = all;
  const other = rest.findIndex((line) => line !== first && line !== '');
  if (first === undefined || other < 0) return null;
  return [rest[other] ?? '', ...rest.slice(0, other), first, ...rest.slice(other + 1)];
};

const otherCase = (path: string): string => {
  const name = posix.basename(path);
  const changed = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
  return posix.join(posix.dirname(path), changed);
};

async function moved(root: string, path: string, to: string): Promise<readonly string[]> {
  await rename(join(root, path), join(root, to));
  return [path, to];
}

/** Every way, for every file of a pack. */
export const tamperings: readonly Tampering[] = [
  content(
    'flips a bit of its first byte',
    flip(() => 0),
  ),
  content(
    'flips a bit in its middle',
    flip((length) => length >> 1),
  ),
  content(
    'flips a bit of its last byte',
    flip((length) => length - 1),
  ),
  content(
    'deletes its first line',
    lines((all) => (all.length > 1 ? all.slice(1) : null)),
  ),
  content(
    'deletes a line in its middle',
    lines((all) => (all.length > 2 ? all.filter((_, at) => at !== all.length >> 1) : null)),
  ),
  content(
    'doubles a line',
    lines((all) => [all[0] ?? '', ...all]),
  ),
  content('adds an empty line', (bytes) => Buffer.concat([bytes, Buffer.from('\n')])),
  content('swaps two lines', lines(swapped)),
  content('cuts its end', (bytes) => (bytes.length === 0 ? null : bytes.subarray(0, -1))),
  content('empties it', (bytes) => (bytes.length === 0 ? null : Buffer.alloc(0))),
  {
    name: 'deletes it',
    apply: async (root, path) => {
      await rm(join(root, path));
      return [path];
    },
  },
  { name: 'renames it', apply: (root, path) => moved(root, path, `${path}.bak`) },
  { name: 'renames it by case alone', apply: (root, path) => moved(root, path, otherCase(path)) },
  {
    name: 'adds a copy beside it',
    apply: async (root, path) => {
      const copy = posix.join(posix.dirname(path), `copy-of-${posix.basename(path)}`);
      await cp(join(root, path), join(root, copy));
      return [copy];
    },
  },
  {
    name: 'puts a link to the same content in its place',
    apply: async (root, path) => {
      const elsewhere = join(dirname(root), 'elsewhere');
      await rm(elsewhere, { force: true });
      await rename(join(root, path), elsewhere);
      await symlink(elsewhere, join(root, path));
      return [path];
    },
  },
  {
    name: 'puts a folder in its place',
    apply: async (root, path) => {
      await rm(join(root, path));
      await mkdir(join(root, path));
      await writeFile(join(root, path, 'inside'), '');
      return [path, posix.join(path, 'inside')];
    },
  },
];

/** Does something to a file of a folder and puts the folder back as it was. */
export async function undone<T>(root: string, path: string, use: () => Promise<T>): Promise<T> {
  const file = join(root, path);
  const before = await readFile(file);
  try {
    return await use();
  } finally {
    await rm(file, { recursive: true, force: true });
    for (const left of [
      `${path}.bak`,
      otherCase(path),
      posix.join(posix.dirname(path), `copy-of-${posix.basename(path)}`),
    ])
      if (left !== path) await rm(join(root, left), { force: true });
    await writeFile(file, before);
  }
}
