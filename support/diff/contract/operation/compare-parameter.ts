import { annotations, deprecation } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Compare } from '../comparison.js';
import { compareContent } from './compare-content.js';
import { compareReference } from './compare-reference.js';
import { schemaOfHolder } from './schema-of-holder.js';

const serialisation = ['style', 'explode', 'allowReserved', 'allowEmptyValue'] as const;

/** What makes a difference in how a value is written, each member by itself. */
const writing: Aspect = {
  members: serialisation,
  compare: (work) => {
    for (const key of serialisation) {
      const pair = work.member(key, work.pair.place);
      if (!work.comparison.same(pair))
        work.note('serialisation-changed', pair, {
          key,
          before: pair.old ?? 'the default',
          after: pair.new ?? 'the default',
        });
    }
  },
};

const duty: Aspect = {
  members: ['required'],
  compare: (work) => {
    const pair = work.member('required', work.pair.place);
    const [before, after] = [pair.old === true, pair.new === true];
    if (before !== after) work.note(after ? 'parameter-became-required' : 'parameter-became-optional', pair);
    else if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key: 'required' });
  },
};

/** Name and place are compared where the parameters of an operation are matched. */
const identity: Aspect = {
  members: ['name', 'in'],
  compare: (work: Work) => {
    for (const key of ['name', 'in']) {
      const pair = work.member(key, work.pair.place);
      if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key });
    }
  },
};

const aspects: readonly Aspect[] = [
  annotations('description', 'example', 'examples'),
  ...[deprecation, identity, duty, writing, schemaOfHolder],
  { members: ['content'], refers: true, compare: compareContent },
];

/** Compares two parameters, or two headers of an answer, with what they refer to. */
export const compareParameter: Compare = (pair, part, comparison) => {
  compareReference(pair, part, comparison, (at, into) => compareMembers(new Work(at, into, comparison), aspects));
};
