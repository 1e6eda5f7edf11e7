import type { EvidenceFolder } from './evidence-folder.js';

/** The same folder; `told` hears of every file that is in its place, by its path, once nothing writes it any more. */
export function tellingFolder(folder: EvidenceFolder, told: (paths: readonly string[]) => void): EvidenceFolder {
  return {
    root: folder.root,
    write: async (path, content) => {
      await folder.write(path, content);
      told([path]);
    },
    writeStream: async (path, pieces) => {
      await folder.writeStream(path, pieces);
      told([path]);
    },
    replaceFolder: async (path, fill) => {
      const paths: string[] = [];
      await folder.replaceFolder(path, (draft) =>
        fill({
          write: (name, content) => {
            draft.write(name, content);
            paths.push(`${path}/${name}`);
          },
        }),
      );
      told(paths);
    },
  };
}
