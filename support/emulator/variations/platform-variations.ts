import type { Emulation } from '../emulation.js';

/** A difference in what the platform itself does; `altered` is told each time it shows. */
export type PlatformVariation = (sound: Emulation, altered: () => void) => Emulation;

/** First ids beyond 32 bits. Fewer digits than a card number has, so that nobody takes one for the other. */
const longIdsFrom = 700_000_000_000;

/** Legal differences in ids and callbacks, by id. */
export const platformVariations = {
  'long-ids': (sound, altered) => ({
    ...sound,
    firstId: (usual) => {
      altered();
      return longIdsFrom + sound.firstId(usual);
    },
  }),
  'webhook-twice': (sound, altered) => ({
    ...sound,
    deliveries: (body) => {
      altered();
      return sound.deliveries(body).flatMap((delivery) => [delivery, delivery]);
    },
  }),
} satisfies Readonly<Record<string, PlatformVariation>>;
