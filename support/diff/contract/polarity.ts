/**
 * How a constraint acts on the whole it is part of: a tighter part makes the whole tighter (`same`), looser (`flipped`, below
 * `not`), or nobody knows (`unsure`, below `if`).
 */
export type Polarity = 'same' | 'flipped' | 'unsure';

/** The polarity of a part inside a part. */
export function within(outer: Polarity, inner: Polarity): Polarity {
  if (outer === 'unsure' || inner === 'unsure') return 'unsure';
  return outer === inner ? 'same' : 'flipped';
}
