import { open, type FileHandle } from 'node:fs/promises';
import { errorCode } from '../config/read-problem.js';
import { traceError } from './trace-error.js';

/** Says of the value of a last line whether it may stay. */
export type KeepsLine = (value: unknown) => boolean;

const chunk = 65_536;

/**
 * Cuts an NDJSON file back to its last good line: a line that was torn (no line break, or no JSON) goes, and so does every
 * whole line before it that `keeps` refuses, up to the first one that may stay. Returns the bytes removed; 0 for a file
 * that is not there. Throws TRC-105 when the file cannot be read or cut.
 */
export async function cutTail(file: string, keeps: KeepsLine = () => true): Promise<number> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r+');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw traceError('TRC-105', { file, reason: errorCode(error) ?? 'unknown reason' }, error);
  }
  try {
    const { size } = await handle.stat();
    let end = await lineStart(handle, size);
    while (end > 0) {
      const start = await lineStart(handle, end - 1);
      if (isGood(await textOf(handle, start, end - 1), keeps)) break;
      end = start;
    }
    if (end === size) return 0;
    await handle.truncate(end);
    await handle.datasync();
    return size - end;
  } catch (error) {
    throw traceError('TRC-105', { file, reason: errorCode(error) ?? 'unknown reason' }, error);
  } finally {
    await handle.close();
  }
}

/** The place behind the last line break before `end`; 0 when there is none. */
async function lineStart(handle: FileHandle, end: number): Promise<number> {
  for (let to = end; to > 0; to -= chunk) {
    const from = Math.max(0, to - chunk);
    const at = (await bytesOf(handle, from, to)).lastIndexOf(0x0a);
    if (at >= 0) return from + at + 1;
  }
  return 0;
}

async function textOf(handle: FileHandle, from: number, to: number): Promise<string> {
  return (await bytesOf(handle, from, to)).toString('utf8');
}

async function bytesOf(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}

function isGood(text: string, keeps: KeepsLine): boolean {
  try {
    return keeps(JSON.parse(text));
  } catch (error) {
    // What is left of a torn line is no JSON; anything else is our own mistake.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
