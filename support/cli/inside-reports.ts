import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { defaultReportsFolder } from './latest.js';

/** The reports folder under `cwd` when `file` (absolute) would lie inside it, links followed; null otherwise. */
export function insideReports(file: string, cwd: string): string | null {
  const folder = resolve(cwd, defaultReportsFolder);
  const path = relative(real(folder), join(real(dirname(file)), basename(file)));
  const outside = path === '..' || path.startsWith(`..${sep}`) || path === '';
  return outside ? null : folder;
}

/** The path with links followed as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) return path;
    return join(real(dirname(path)), basename(path));
  }
}
