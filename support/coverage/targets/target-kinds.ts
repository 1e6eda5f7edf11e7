/** Every kind of coverage target, in the order they are printed, with what one of them is called in words. */
export const targetKinds = {
  operation: 'operation is called',
  status: 'documented status is answered',
  'media-type': 'documented media type is answered',
  'member-present': 'member of an answer is there',
  'member-absent': 'optional member of an answer is left out',
  'member-null': 'nullable member is null',
  'enum-value': 'enumerated or boolean value travels',
  'request-sent': 'request member is sent',
  'request-omitted': 'optional request member is left out',
  'constraint-met': 'constraint on a request is met',
  'constraint-violated': 'constraint on a request is violated and refused',
  'transition-allowed': 'legal state transition happens',
  'transition-refused': 'illegal or unguarded call is refused in a state',
} as const;

/** See {@link targetKinds}. */
export type TargetKind = keyof typeof targetKinds;

/** The kinds in printing order. */
export const targetKindNames = Object.keys(targetKinds) as readonly TargetKind[];
