import { errorsOf } from '../../../messages/coded-error.js';
import { containerMessages } from '../../../messages/container-messages.js';
import type { Engine } from '../engine.js';
import { buildImage, type ImageBase } from './build-image.js';
import { imageTag } from './image-tag.js';
import { localNodeFor, ownNodeFacts } from './local-node.js';
import { pruneImages } from './prune-images.js';

const cannot = errorsOf(containerMessages, 'configuration');

/** The base of the Dockerfile, used where the engine has it or can fetch it. */
const usualBase = 'node:20-bookworm-slim';

/** Where an image came from. */
export type ImageOrigin = 'given' | 'built-on-base' | 'built-from-scratch';

/** An image that the engine has. */
export interface EmulatorImage {
  readonly name: string;
  /** Digest of its configuration, `sha256:…`: names exactly this image. */
  readonly id: string;
  readonly origin: ImageOrigin;
  /** Size in bytes, its base included. */
  readonly size: number;
}

/** Told what takes long, before it begins. */
export type TellImage = (sentence: string) => void;

/**
 * The image to run: the one that is named, or that of this very build, built at its first use. Throws CNT-102, CNT-103 and
 * CNT-107 (78).
 */
export async function emulatorImage(engine: Engine, named: string | null, tell: TellImage): Promise<EmulatorImage> {
  return named === null ? ownImage(engine, tell) : givenImage(engine, named, tell);
}

async function givenImage(engine: Engine, name: string, tell: TellImage): Promise<EmulatorImage> {
  if (!(await has(engine, name))) {
    tell(`fetching the image ${name}`);
    const problem = await fetchImage(engine, name);
    if (problem !== null) throw cannot('CNT-102', { image: name, problem });
  }
  return inspected(engine, name, 'given');
}

async function ownImage(engine: Engine, tell: TellImage): Promise<EmulatorImage> {
  const { architecture } = engine.client.info.containerRuntime;
  const node = await localNodeFor(architecture, ownNodeFacts);
  const onBase = await imageTag(usualBase);
  const fromScratch = node === null ? null : await imageTag(`scratch ${node.mark}`);
  if (await has(engine, onBase)) return inspected(engine, onBase, 'built-on-base');
  if (fromScratch !== null && (await has(engine, fromScratch))) {
    return inspected(engine, fromScratch, 'built-from-scratch');
  }
  tell("building the emulator's image, once for this build of the harness");
  const build = async (tag: string, base: ImageBase, origin: ImageOrigin) => {
    await buildImage(engine, tag, base);
    await pruneImages(engine, tag);
    return inspected(engine, tag, origin);
  };
  if ((await has(engine, usualBase)) || (await fetchImage(engine, usualBase)) === null) {
    return build(onBase, { name: usualBase, node: null }, 'built-on-base');
  }
  if (fromScratch === null) throw cannot('CNT-107', { base: usualBase, architecture });
  return build(fromScratch, { name: 'scratch', node }, 'built-from-scratch');
}

async function has({ client }: Engine, name: string): Promise<boolean> {
  const listed = await client.container.dockerode.listImages({ filters: { reference: [name] } });
  return listed.length > 0;
}

/** Fetches an image; null, or why it cannot be had. */
async function fetchImage({ client }: Engine, name: string): Promise<string | null> {
  const { ImageName } = await import('testcontainers');
  try {
    await client.image.pull(ImageName.fromString(name));
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  }
  return (await has({ client } as Engine, name)) ? null : 'the registry did not give it';
}

async function inspected({ client }: Engine, name: string, origin: ImageOrigin): Promise<EmulatorImage> {
  const { Id, Size } = await client.container.dockerode.getImage(name).inspect();
  return { name, id: Id, origin, size: Size };
}
