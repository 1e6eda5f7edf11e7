import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import archiver from 'archiver';
import { errorsOf } from '../../../messages/coded-error.js';
import { containerMessages } from '../../../messages/container-messages.js';
import type { Engine } from '../engine.js';
import { imageLabel } from '../labels.js';
import type { LocalNode } from './local-node.js';
import { stageImage } from './stage-image.js';

const cannot = errorsOf(containerMessages, 'configuration');

/** What an image is built on. */
export interface ImageBase {
  /** `scratch`, or the name of a base image with Node.js. */
  readonly name: string;
  /** This machine's Node.js, for an image from scratch. */
  readonly node: LocalNode | null;
}

/** Builds the emulator's image under a name from the Dockerfile, through the engine's own builder. Throws CNT-103 (78). */
export async function buildImage({ client }: Engine, tag: string, base: ImageBase): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-image-'));
  try {
    await stageImage(folder, base.node);
    const context = archiver('tar').directory(folder, false);
    const [stream] = await Promise.all([
      client.container.dockerode.buildImage(context, {
        t: tag,
        buildargs: { BASE: base.name },
        labels: { [imageLabel]: 'true' },
        rm: true,
        forcerm: true,
      }),
      context.finalize(),
    ]);
    await finished(client.container.dockerode, stream);
  } catch (error) {
    throw cannot('CNT-103', { problem: error instanceof Error ? error.message.trim() : String(error) }, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves when the builder is done; rejects with what it complains of, which comes as a line of its output. */
function finished(dockerode: Engine['client']['container']['dockerode'], stream: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    dockerode.modem.followProgress(stream, (error, lines: readonly { readonly error?: string }[]) => {
      const problem = error?.message ?? lines.find((line) => line.error !== undefined)?.error;
      if (problem === undefined) resolve();
      else reject(new Error(problem));
    });
  });
}
