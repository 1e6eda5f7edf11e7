// tsc never deletes the output of a source file that was removed or renamed. Cucumber and the test runner load dist by
// pattern, so such a leftover would still run: delete it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const folders = ['support', 'steps', 'bench'];

for (const folder of folders) {
  const output = join('dist', folder);
  if (!existsSync(output)) continue;
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const compiled = join(entry.parentPath ?? entry.path, entry.name);
    const source = relative('dist', compiled).replace(/\.js$/, '.ts');
    if (existsSync(source)) continue;
    rmSync(compiled);
    rmSync(`${compiled}.map`, { force: true });
  }
}
