import { NotText } from './read-text.js';

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
};

/** Why a file could not be read, as half a sentence without the path (the message names it already). */
export function readProblem(error: unknown): string {
  if (error instanceof NotText) return error.message;
  const code = errorCode(error);
  return code === null ? 'the system does not say why' : (sentences[code] ?? `the system says ${code}`);
}

/** The `code` of a system error, or null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
