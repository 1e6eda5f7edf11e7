/**
 * How well a fact of the contract is known.
 * `documented` stated by the vendor; `confirmed` vouched for by the operator's contract or overlay; `example` seen only
 * in a vendor's example; `inferred` our reading; `assumed` our choice where nothing is known.
 */
export const provenances = ['documented', 'confirmed', 'example', 'inferred', 'assumed'] as const;

/** See {@link provenances}. */
export type Provenance = (typeof provenances)[number];

/**
 * What a broken rule means. `fail` rejects, `review` asks a person, `advisory` is listed and blocks nothing
 * (additions under the vendor's versioning policy).
 */
export type FindingLevel = 'fail' | 'review' | 'advisory';
