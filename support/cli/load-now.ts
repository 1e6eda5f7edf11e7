import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Loads a compiled module of ours, by its URL, with all that it imports. */
export type LoadNow = (module: URL) => void;

/** True where require() takes an ES module without a flag and without a warning; the types of Node 20 do not know it. */
const takesModules = (process.features as { readonly require_module?: boolean }).require_module === true;

/**
 * Loads modules one after the other. An import reads a thousand small files through the thread pool, each in several steps, for
 * a fifth more CPU; what was loaded here it then finds. Null where Node cannot do that.
 */
export const loadNow: LoadNow | null = takesModules ? requireModule : null;

function requireModule(module: URL): void {
  createRequire(import.meta.url)(fileURLToPath(module));
}
