import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBuildInfo } from '../../../config/embedded-build.js';
import { packageRoot } from '../../../config/package-root.js';

/** Repository of the images we build ourselves. */
export const imageRepository = 'axys-certify-emulator';

/**
 * Name of the image of this very build on a base: the same code, dependencies, Dockerfile and Node.js give the same name, so
 * that it is built once and never stale. `base` names the base image, or this machine's Node.js.
 */
export async function imageTag(base: string): Promise<string> {
  const { codeSha256, lockSha256 } = readBuildInfo();
  const dockerfile = await readFile(join(packageRoot(), 'Dockerfile'), 'utf8');
  const digest = createHash('sha256').update([codeSha256, lockSha256, dockerfile, base].join('\n')).digest('hex');
  return `${imageRepository}:${digest.slice(0, 20)}`;
}
