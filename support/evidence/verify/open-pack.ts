import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages, verifyUsageMessages } from '../../messages/verify-messages.js';
import { packFilesIn, type PackFile, type PackFiles } from '../pack-files.js';
import { parseJson } from './parse-json.js';
import { readZip } from '../zip/read-zip.js';

const usage = errorsOf(verifyUsageMessages, 'usage');
const damaged = errorsOf(verifyMessages, 'integrity');

/** A pack as `verify` reads it, folder or zip. */
export interface OpenPack extends PackFiles {
  readonly place: string;
  /** The folder that all files of a zip lie in; a folder may have any name. */
  readonly top?: string;
  /** The file of a path, or null. */
  readonly file: (path: string) => PackFile | null;
}

/** Opens a folder or a zip. VFY-101 (exit 64) when there is neither, VFY-301 (exit 4) for a zip that cannot be trusted. */
export async function openPack(place: string): Promise<OpenPack> {
  const there = await stat(place).catch((cause: unknown) => {
    throw usage('VFY-101', { pack: place, problem: 'there is no such folder or file' }, cause);
  });
  const held = there.isDirectory() ? await packFilesIn(place) : { ...(await readZip(place)), odd: [] };
  const byPath = new Map(held.files.map((file) => [file.path, file]));
  return { place, ...held, file: (path) => byPath.get(path) ?? null };
}

/** Larger texts are never read whole. */
const largestText = 64 * 1024 * 1024;

/** A file as bytes; VFY-302 when it is not there or too large to be what it should be. */
export async function bytesOf(pack: OpenPack, path: string): Promise<Buffer> {
  const file = pack.file(path);
  if (file === null) throw damaged('VFY-302', { file: path, problem: 'it is missing' });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    size += chunk.length;
    if (size > largestText) throw damaged('VFY-302', { file: path, problem: 'it is too large' });
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

/** SHA-256 (hex) of a file of the pack. VFY-302 like {@link bytesOf}. */
export async function digestIn(pack: OpenPack, path: string): Promise<string> {
  return createHash('sha256')
    .update(await bytesOf(pack, path))
    .digest('hex');
}

/** A file as JSON, of the shape our own writer gave it; VFY-302 when it is not JSON. */
export async function jsonOf(pack: OpenPack, path: string): Promise<unknown> {
  return parseJson((await bytesOf(pack, path)).toString('utf8'), path);
}
