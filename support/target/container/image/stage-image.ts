import { cp, mkdir, readdir } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { packageRoot } from '../../../config/package-root.js';
import type { LocalNode } from './local-node.js';
import { moduleGraph } from './module-graph.js';
import { packageFolders } from './package-folders.js';
import { placeInImage } from './place-in-image.js';

/** The program of the image, below the package. */
const entry = 'dist/support/cli/axys-emulator.js';

/** What the emulator reads beside its code, below the package. */
const documents = ['package.json', 'schemas', 'dist/parsed', 'dist/compiled', 'dist/proven'] as const;

/** Kinds of files of a package that are ever loaded; everything else is documentation, types and maps. */
const loaded: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.json', '.node', '.wasm']);

/**
 * Fills a folder with everything an engine builds the image from: the Dockerfile, and in `root/` the emulator with exactly
 * the modules and packages it can load. With `node` also this machine's Node.js and its libraries, for an image from
 * scratch. Rejects when something is missing.
 */
export async function stageImage(folder: string, node: LocalNode | null): Promise<void> {
  const root = packageRoot();
  const app = join(folder, 'root', 'app');
  await cp(join(root, 'Dockerfile'), join(folder, 'Dockerfile'));
  const { files, packages } = await moduleGraph(root, entry);
  for (const path of files) await copy(join(root, path), join(app, path));
  for (const path of documents) await cp(join(root, path), join(app, path), { recursive: true });
  for (const { folder: from } of await packageFolders(root, packages)) {
    await copyPackage(from, join(folder, 'root', placeInImage(root, from)));
  }
  if (node === null) return;
  await copy(node.program, join(folder, 'root/usr/local/bin/node'));
  for (const library of node.libraries) await copy(library, join(folder, 'root', library));
}

async function copyPackage(from: string, to: string): Promise<void> {
  for (const file of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    const inside = relative(from, path);
    if (!file.isFile() || inside.split(/[/\\]/).includes('node_modules') || !loaded.has(extname(file.name))) continue;
    await copy(path, join(to, inside));
  }
}

/** Links are followed: what they lead to is not in the image. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, { dereference: true });
}
