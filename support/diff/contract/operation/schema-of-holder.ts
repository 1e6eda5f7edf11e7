import type { Aspect } from '../aspect.js';
import { compareSchema } from '../schema/compare-schema.js';

/** The schema of a parameter, a header or a body. */
export const schemaOfHolder: Aspect = {
  members: ['schema'],
  refers: true,
  compare: (work) => {
    const pair = work.member('schema', work.pair.place);
    if (pair.old !== undefined && pair.new !== undefined)
      compareSchema(pair, work.part, work.comparison, work.polarity);
    else if (pair.new !== undefined) work.note('schema-introduced', pair, { before: null, after: null });
    else if (pair.old !== undefined) work.note('schema-dropped', pair, { before: null, after: null });
  },
};
