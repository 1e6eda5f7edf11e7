import { isDeepStrictEqual } from 'node:util';
import type { ContainerRecord } from '../../target/container/container-record.js';

/** What the emulator of one shard ran in. */
export interface ShardContainer {
  /** Of the shard, counted from 1. */
  readonly index: number;
  /** Null for a shard without a container. */
  readonly container: ContainerRecord | null;
}

type Settings = ContainerRecord['settings'];

/** What the target does depends on these; where an engine is reached, and how long it gets, is each machine's own. */
const compared: Readonly<Record<keyof Settings, boolean>> = {
  ...{ port: true, backChannel: true, credentials: true, environment: true, command: true, timeScale: true },
  ...{ readOnly: true, temporary: true, readiness: false, startSeconds: false, host: false },
};

/** In what the containers of the shards of one run differ, in words; empty when all were tested in the same one, or in none. */
export function containerDifferences(shards: readonly ShardContainer[]): readonly string[] {
  const images = groups(shards);
  if (images.size > 1) {
    const named = [...images].map(([image, indexes]) => `shard ${indexes.join(', ')}: ${image}`);
    return [`the image (${named.join('; ')})`];
  }
  const [first, ...others] = shards.flatMap(({ container }) => (container === null ? [] : [container.settings]));
  if (first === undefined) return [];
  return (Object.keys(compared) as (keyof Settings)[])
    .filter((member) => compared[member])
    .filter((member) => others.some((settings) => !isDeepStrictEqual(settings[member], first[member])))
    .map((member) => `${member} of the container settings`);
}

function groups(shards: readonly ShardContainer[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { index, container } of shards) {
    const image = container === null ? 'no container' : imageInWords(container);
    found.set(image, [...(found.get(image) ?? []), index]);
  }
  return found;
}

/**
 * The name of an image of our own is made of its build and its base, and every machine that builds it gives it another digest.
 * The name of another image can be given to anything, so that its digest counts.
 */
function imageInWords({ image: { name, id, origin } }: ContainerRecord): string {
  return origin === 'given' ? `${name} ${id}` : name;
}
