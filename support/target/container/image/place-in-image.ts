import { dirname, join, parse, sep } from 'node:path';

/**
 * Where a package's folder goes below the root of the image, with forward slashes, so that Node finds it there as it does
 * here: what lies in our own package lies in `app/`, what lies in a `node_modules` around it (a package that is installed
 * beside others) lies in `node_modules/` at the root. Both paths are absolute. Throws for a folder that is in neither.
 */
export function placeInImage(root: string, folder: string): string {
  const below = (parent: string, within: string) =>
    folder.startsWith(parent + sep)
      ? `${within}/${folder
          .slice(parent.length + 1)
          .split(sep)
          .join('/')}`
      : null;
  const own = below(root, 'app');
  if (own !== null) return own;
  for (let around = dirname(root); ; around = dirname(around)) {
    const place = below(join(around, 'node_modules'), 'node_modules');
    if (place !== null) return place;
    if (around === parse(around).root) throw new Error(`${folder} is where nothing of ours would look for it`);
  }
}
