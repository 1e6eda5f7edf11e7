import type { Engine } from '../engine.js';
import { imageLabel } from '../labels.js';
import { imageRepository } from './image-tag.js';

/** Images of earlier builds that stay, so that going back and forth between two versions builds nothing. */
const kept = 2;

/** The names of earlier builds' images that may go: all but the newest few and the one in use. Newest last. */
export function outdatedImages(
  images: readonly { readonly name: string; readonly created: number }[],
  current: string,
): readonly string[] {
  const earlier = images.filter(({ name }) => name !== current && name.startsWith(`${imageRepository}:`));
  return earlier
    .toSorted((a, b) => a.created - b.created)
    .slice(0, Math.max(0, earlier.length - kept))
    .map(({ name }) => name);
}

/** Removes the images of earlier builds from the engine; one that a container still uses stays. */
export async function pruneImages({ client }: Engine, current: string): Promise<void> {
  const { dockerode } = client.container;
  const listed = await dockerode.listImages({ filters: { label: [imageLabel] } });
  const images = listed.flatMap(({ RepoTags, Created }) =>
    (RepoTags ?? []).map((name) => ({ name, created: Created })),
  );
  for (const name of outdatedImages(images, current)) {
    await dockerode
      .getImage(name)
      .remove()
      .catch((error: unknown) => {
        const { statusCode } = error as { readonly statusCode?: unknown };
        // 404: somebody removed it just now. 409: it is in use.
        if (statusCode !== 404 && statusCode !== 409) throw error;
      });
  }
}
