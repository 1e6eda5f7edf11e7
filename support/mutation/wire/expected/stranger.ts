import { isObject, valueAt } from '../../../json/json-pointer.js';
import type { ExpectedClass } from '../wire-mutant.js';
import { inWords } from './broken.js';
import type { Place } from './place.js';
import { classOf } from './policy.js';
import { keywordMark } from './statement.js';

/** What a member that the contract does not describe should bring in an object. */
export function strangerIn({ statements }: Place): { readonly expected: ExpectedClass; readonly because: string } {
  const closing = statements.find(({ schema }) => schema['additionalProperties'] !== undefined);
  if (closing !== undefined) {
    if (valueAt(closing.schema, '/additionalProperties') !== false) {
      throw new Error(`wire mutants cannot read additionalProperties at ${closing.pointer}`);
    }
    const mark = keywordMark(closing, 'additionalProperties');
    return { expected: classOf(mark, 'value'), because: inWords(`${closing.pointer}/additionalProperties`, mark) };
  }
  if (statements.some(({ schema }) => isObject(schema['properties']))) {
    return { expected: 'advisory', because: 'the vendor may add members (docs/versioning-and-changelog)' };
  }
  return { expected: 'legal', because: 'the contract takes any object here' };
}
