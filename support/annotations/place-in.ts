import { isAbsolute, relative, resolve } from 'node:path';
import type { AnnotatedPlace } from './annotation.js';

/** A place of a file as a CI system takes it, or null for a file outside `cwd`: no checkout holds that one. */
export function placeIn(
  cwd: string,
  file: string,
  { line, column }: Omit<AnnotatedPlace, 'file'>,
): AnnotatedPlace | null {
  const path = relative(cwd, resolve(cwd, file)).replaceAll('\\', '/');
  // Another drive, on Windows, leaves an absolute path.
  const outside = path === '' || path === '..' || path.startsWith('../') || isAbsolute(path);
  return outside ? null : { file: path, line, column };
}
