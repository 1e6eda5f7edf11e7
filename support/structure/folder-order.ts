/**
 * The folders from what imports nothing to what puts everything together: a folder imports from those before it. Where a
 * folder holds another one of the list, the inner one is by itself. Tests and what only they use are free.
 */
export const folderOrder = [
  'support/messages',
  'support/card-data',
  'support/config',
  'support/lifecycle',
  'support/trace',
  'support/contract',
  'support/emulator',
  'support/target',
  'support/client',
  'support/supply-chain',
  'support/verdict',
  'support/questions',
  'support/mutation/score',
  'support/evidence',
  'support/reconciliation',
  'support/verdict/invariants',
  'support/coverage',
  'support/diff',
  'support/views',
  'support/runner',
  'support/diff/packs',
  'support/fail-closed',
  'support/world',
  'support/mutation',
  'support/annotations',
  'support/doctor',
  'support/cli',
  'support/structure',
  'steps',
  'bench',
] as const;

/** Imports that go against the order all the same. */
export interface AgainstOrder {
  /** Folders, or modules without their ending, that import. */
  readonly from: readonly string[];
  /** Folders or modules that they import from. */
  readonly to: readonly string[];
  readonly why: string;
}

/** All imports against the order, each with its reason. A line that no import needs any more has to go. */
export const againstOrder: readonly AgainstOrder[] = [
  {
    from: ['support/lifecycle/lifecycle'],
    to: ['support/contract/provenance'],
    why: 'how well a transition is known is said in the words of the contract',
  },
  {
    from: ['support/trace/exchange'],
    to: ['support/contract/finding'],
    why: 'an exchange carries what the judge said of it',
  },
  {
    from: ['support/trace/mask', 'support/trace/stand-in'],
    to: ['support/contract/document/json-pointer'],
    why: 'places in an exchange are JSON Pointers, as those in a contract are',
  },
];
