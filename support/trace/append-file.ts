import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that only grows. */
export interface AppendFile {
  append(text: string): Promise<void>;
  /** Resolves when everything appended is on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for appending; its folder is made. Injected, so that failing disks can be tested. */
export type OpenAppendFile = (file: string) => Promise<AppendFile>;

/** Opens files of the machine, readable by their owner only until the pack is written. */
export const openAppendFile: OpenAppendFile = async (file) => {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  return {
    append: (text) => handle.appendFile(text, 'utf8'),
    flush: () => handle.datasync(),
    close: () => handle.close(),
  };
};
