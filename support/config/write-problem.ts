import { errorCode, readProblem } from './read-problem.js';

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  EEXIST: 'something is in its place already',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'its path is too long',
};

/** Why a file or folder could not be made, written or removed, as half a sentence without the path (the message names it already). */
export function writeProblem(error: unknown): string {
  return sentences[errorCode(error) ?? ''] ?? readProblem(error);
}
