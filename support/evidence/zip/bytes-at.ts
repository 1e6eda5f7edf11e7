import type { FileHandle } from 'node:fs/promises';

/** Bytes of a file; throws a plain sentence when it is shorter. */
export async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  if (from < 0) throw new Error('it is too short to be a zip');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  if (bytesRead !== length) throw new Error('it ends too early');
  return buffer;
}
