import { behaviourVariations } from './behaviour-variations.js';
import { deliveryVariations } from './delivery-variations.js';
import { memberVariations } from './member-variations.js';
import { moneyVariations } from './money-variations.js';
import { platformVariations, type PlatformVariation } from './platform-variations.js';
import type { Variation } from './variation.js';
import { wireVariations } from './wire-variations.js';

/**
 * Legal differences in answers, by id. Earlier ones are further out, so that how an answer is written and sent is decided
 * over what really leaves.
 */
const answerVariations = {
  ...deliveryVariations,
  ...wireVariations,
  ...memberVariations,
  ...behaviourVariations,
  ...moneyVariations,
} satisfies Readonly<Record<string, () => Variation>>;

/** Permanent id of a legal variation. */
export type VariationId = keyof typeof answerVariations | keyof typeof platformVariations;

/** A legal variation: of the answers, or of the platform behind them. */
export type KnownVariation = { readonly answers: () => Variation } | { readonly platform: PlatformVariation };

/** Every legal variation by id. */
export const knownVariations: ReadonlyMap<string, KnownVariation> = new Map<string, KnownVariation>([
  ...Object.entries(answerVariations).map(([id, answers]) => [id, { answers }] as const),
  ...Object.entries(platformVariations).map(([id, platform]) => [id, { platform }] as const),
]);
