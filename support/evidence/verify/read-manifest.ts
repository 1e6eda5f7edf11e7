import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { manifestFiles, manifestJson, manifestLines, type Manifest, type ManifestEntry } from '../seal/manifest.js';
import { hasExactly } from './json-shape.js';
import { bytesOf, type OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** The manifest of a pack, and where its two forms disagree. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly against: readonly Difference[];
}

/** Reads the manifest in both forms. VFY-302 when it is not there (the pack was never sealed) or is no manifest. */
export async function readManifest(pack: OpenPack): Promise<ReadManifest> {
  const { json, lines } = manifestFiles;
  if (pack.file(json) === null) {
    throw damaged('VFY-302', { file: json, problem: 'it is missing, so the pack was never sealed, or not to its end' });
  }
  const text = (await bytesOf(pack, json)).toString('utf8');
  const manifest = parsed(text);
  if (manifest === null) throw damaged('VFY-302', { file: json, problem: 'it is no manifest' });
  const against: Difference[] = [];
  if (manifestJson(manifest) !== text)
    against.push({ where: json, problem: 'it is not written as axys-certify writes it' });
  const listed = pack.file(lines) === null ? '' : (await bytesOf(pack, lines)).toString('utf8');
  if (listed !== manifestLines(manifest))
    against.push({ where: lines, problem: `it does not say the same as ${json}` });
  return { manifest, against };
}

function parsed(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so no manifest: the caller says so.
    return null;
  }
  if (!hasExactly(value, ['runId', 'files']) || typeof value['runId'] !== 'string') return null;
  const { runId, files } = value;
  return Array.isArray(files) && files.every(isEntry) ? { runId, files } : null;
}

function isEntry(value: unknown): value is ManifestEntry {
  if (!hasExactly(value, ['path', 'sha256', 'bytes'])) return false;
  const { path, sha256, bytes } = value;
  return (
    typeof path === 'string' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && Number.isInteger(bytes)
  );
}
