import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** SHA-256 (hex) of every file below the folders, names and contents, in code-unit order of their paths. */
export async function digestFiles(root: string, folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.toSorted()) {
      const content = await readFile(file);
      hash.update(`${relative(root, file).replaceAll('\\', '/')}\n${String(content.byteLength)}\n`).update(content);
    }
  }
  return hash.digest('hex');
}
