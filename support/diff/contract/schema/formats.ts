import type { Aspect } from '../aspect.js';

/** Formats whose every value has the wider format too. */
const wider: Readonly<Record<string, string>> = {
  int32: 'int64',
  float: 'double',
  email: 'idn-email',
  hostname: 'idn-hostname',
};

/** The format of a value. */
export const formats: Aspect = {
  members: ['format'],
  compare: (work) => {
    const pair = work.member('format', work.pair.place);
    if (work.comparison.same(pair)) return;
    work.note(relation(pair.old, pair.new), pair);
  },
};

function relation(before: unknown, after: unknown) {
  if (before === undefined) return 'format-introduced';
  if (after === undefined) return 'format-lifted';
  if (widerThan(before) === after) return 'format-widened';
  return widerThan(after) === before ? 'format-narrowed' : 'format-changed';
}

function widerThan(format: unknown): string | undefined {
  return typeof format === 'string' ? wider[format] : undefined;
}
