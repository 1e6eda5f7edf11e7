/**
 * What a change of the contract means for a client that works today, from worst to least. Source: docs/versioning-and-changelog
 * (removed, renamed and retyped members break; optional request members, response members, endpoints and enum values may be
 * added at any time).
 *
 * - `breaking`: a working client fails, or is refused.
 * - `unknown`: nothing here can tell; it never counts as safe.
 * - `conditionally-breaking`: it depends on what the client does.
 * - `additive`: the vendor may do that at any time.
 * - `cosmetic`: nothing that travels is different.
 */
export const changeClasses = ['breaking', 'unknown', 'conditionally-breaking', 'additive', 'cosmetic'] as const;

/** One of {@link changeClasses}. */
export type ChangeClass = (typeof changeClasses)[number];

/** The worse of two classes. */
export function worse(one: ChangeClass, other: ChangeClass): ChangeClass {
  return changeClasses.indexOf(one) <= changeClasses.indexOf(other) ? one : other;
}

/** The worst of several classes; `cosmetic` for none. */
export function worst(classes: Iterable<ChangeClass>): ChangeClass {
  let found: ChangeClass = 'cosmetic';
  for (const one of classes) found = worse(found, one);
  return found;
}
