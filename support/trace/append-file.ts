import { ftruncateSync, writeSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that only grows. */
export interface AppendFile {
  /** Takes all of it or nothing: what a full disk took of it is taken back before this rejects. */
  append(bytes: Uint8Array): Promise<void>;
  /** Takes back everything behind the first `size` bytes. */
  cutTo(size: number): Promise<void>;
  /** Resolves when everything appended is on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for appending; its folder is made. Injected, so that failing disks can be tested. */
export type OpenAppendFile = (file: string) => Promise<AppendFile>;

/**
 * Opens files of the machine, readable by their owner only until the pack is written. A line is handed to the operating
 * system at once: a few microseconds, where a thread of the pool takes a hundred, most of it waiting.
 */
export const openAppendFile: OpenAppendFile = async (file) => {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  let { size } = await handle.stat();
  const cutTo = (to: number): void => {
    ftruncateSync(handle.fd, to);
    size = to;
  };
  return {
    append: (bytes) =>
      new Promise((resolve) => {
        try {
          writeWhole(handle.fd, bytes);
        } catch (error) {
          cutTo(size);
          throw error;
        }
        size += bytes.byteLength;
        resolve();
      }),
    cutTo: (to) =>
      new Promise((resolve) => {
        cutTo(to);
        resolve();
      }),
    flush: () => handle.datasync(),
    close: () => handle.close(),
  };
};

/** A full disk may take the first part of a text and refuse the rest with the next write. */
function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
}
