/** How far a value that was seen once is followed into other places. */
export type TaintReach =
  /** Not followed: too short to search for without hitting ordinary values. */
  | 'nowhere'
  /** Masked where it stands as a whole word. */
  | 'word'
  /** Masked wherever its characters appear. */
  | 'anywhere';

/** What is known about a kind of sensitive value: one row of {@link sensitiveKinds}. */
export interface SensitiveKindFacts {
  readonly mark: 'masked' | 'synthetic';
  readonly reach: TaintReach;
  /** Digits that may stay. Only a card number keeps its last four. */
  readonly keeps: 'nothing' | 'last-four';
}

/**
 * Every kind of value that never reaches disk, console or reports as it is. Personal data of a run is synthetic and
 * labelled as such; names and addresses are ordinary words, so they are labelled in their members only.
 */
export const sensitiveKinds = {
  pan: { mark: 'masked', reach: 'anywhere', keeps: 'last-four' },
  expiry: { mark: 'masked', reach: 'nowhere', keeps: 'nothing' },
  cvv: { mark: 'masked', reach: 'nowhere', keeps: 'nothing' },
  pin: { mark: 'masked', reach: 'nowhere', keeps: 'nothing' },
  track: { mark: 'masked', reach: 'anywhere', keeps: 'nothing' },
  otp: { mark: 'masked', reach: 'word', keeps: 'nothing' },
  'api-key': { mark: 'masked', reach: 'anywhere', keeps: 'nothing' },
  'private-key': { mark: 'masked', reach: 'anywhere', keeps: 'nothing' },
  password: { mark: 'masked', reach: 'anywhere', keeps: 'nothing' },
  token: { mark: 'masked', reach: 'anywhere', keeps: 'nothing' },
  link: { mark: 'masked', reach: 'anywhere', keeps: 'nothing' },
  name: { mark: 'synthetic', reach: 'nowhere', keeps: 'nothing' },
  address: { mark: 'synthetic', reach: 'nowhere', keeps: 'nothing' },
  birth: { mark: 'synthetic', reach: 'nowhere', keeps: 'nothing' },
  email: { mark: 'synthetic', reach: 'word', keeps: 'nothing' },
  phone: { mark: 'synthetic', reach: 'word', keeps: 'nothing' },
  'bank-account': { mark: 'synthetic', reach: 'word', keeps: 'nothing' },
  document: { mark: 'synthetic', reach: 'word', keeps: 'nothing' },
} as const satisfies Readonly<Record<string, SensitiveKindFacts>>;

/** See {@link sensitiveKinds}. */
export type SensitiveKind = keyof typeof sensitiveKinds;
