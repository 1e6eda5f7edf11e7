import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname, normalize } from 'node:path/posix';

/** One import of a module of ours; paths from the root of the checkout, without their ending. */
export interface SourceImport {
  readonly from: string;
  readonly to: string;
}

const eager = /^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*'(\.[^']+)\.js'/gm;
/** `import('./x.js')`, in types too, and the script of a worker. */
const late = /\b(?:import|new URL)\(\s*'(\.[^']+)\.js'/g;
const madeForTests = /\.test\.ts$|\.d\.ts$|\/(?:testing|test-kit|fixtures)\//;

/** The modules of ours that a source text imports, at once or when a function is called. */
export function importsIn(text: string, from: string): SourceImport[] {
  return [...text.matchAll(eager), ...text.matchAll(late)].map(([, name = '']) => ({
    from,
    to: normalize(`${dirname(from)}/${name}`),
  }));
}

/** The imports of every source below the folders; tests, what is made for them, and packages of the benchmarks left out. */
export function sourceImports(root: string, folders: readonly string[]): readonly SourceImport[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !madeForTests.test(path) && !path.includes('/node_modules/'))
      .flatMap((path) => importsIn(readFileSync(join(root, path), 'utf8'), path.replace(/\.ts$/, ''))),
  );
}
