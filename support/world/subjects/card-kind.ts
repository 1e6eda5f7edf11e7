/** The two kinds of card. */
export type CardKind = 'virtual' | 'physical';
