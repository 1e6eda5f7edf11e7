import type { OpenAppendFile } from '../append-file.js';

/** Append-only files in memory, by path, and everything that was done to them in order: `sync FILE` and so on. */
export function memoryFiles() {
  const files = new Map<string, string>();
  const done: string[] = [];
  const open: OpenAppendFile = (file) => {
    const did = (what: string) => Promise.resolve(void done.push(`${what} ${file}`));
    return Promise.resolve({
      append: (bytes) => {
        files.set(file, (files.get(file) ?? '') + Buffer.from(bytes).toString('utf8'));
        return did('append');
      },
      cutTo: (size) => {
        const kept = Buffer.from(files.get(file) ?? '').subarray(0, size);
        files.set(file, kept.toString('utf8'));
        return did('cut');
      },
      flush: () => did('sync'),
      close: () => did('close'),
    });
  };
  return {
    files,
    open,
    /** What was done since the last time somebody asked. */
    done: () => done.splice(0),
  };
}
