import type { JsonObject } from '../../../json/json-pointer.js';
import { annotations, deprecation } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Compare } from '../comparison.js';
import { compareContent } from './compare-content.js';
import { compareReference } from './compare-reference.js';
import { schemaOfHolder } from './schema-of-holder.js';

/** What a value is written like where nothing is said. Source: OpenAPI 3.1, Parameter Object and Header Object. */
const unsaid: Readonly<Record<string, (parameter: JsonObject) => unknown>> = {
  style: ({ in: place }) => (place === 'query' || place === 'cookie' ? 'form' : 'simple'),
  explode: (parameter) => (parameter['style'] ?? unsaid['style']?.(parameter)) === 'form',
  allowReserved: () => false,
  allowEmptyValue: () => false,
};

/** What makes a difference in how a value is written, each member by itself. */
const writing: Aspect = {
  members: Object.keys(unsaid),
  compare: (work) => {
    for (const [key, meant] of Object.entries(unsaid)) {
      const pair = work.member(key, work.pair.place);
      const [before, after] = [work.old[key] ?? meant(work.old), work.new[key] ?? meant(work.new)];
      if (!work.comparison.equal(before, after)) work.note('serialisation-changed', pair, { key, before, after });
      else if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key });
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
