import { annotations, deprecation } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Compare } from '../comparison.js';

const members = ['type', 'name', 'in', 'scheme', 'bearerFormat', 'flows', 'openIdConnectUrl'] as const;

const credentials: Aspect = {
  members,
  compare: (work) => {
    for (const key of members) {
      const pair = work.member(key, work.pair.place);
      if (!work.comparison.same(pair)) work.note('security-scheme-changed', pair, { key });
    }
  },
};

/** Compares two versions of a security scheme. */
export const compareSecurityScheme: Compare = (pair, part, comparison) =>
  compareMembers(new Work(pair, part, comparison), [annotations('description'), deprecation, credentials]);
