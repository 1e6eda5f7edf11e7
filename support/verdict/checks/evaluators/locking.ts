import { inWords, isAccepted, isRefused } from '../answer.js';
import { inReading, last, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/**
 * An edit of a contact member under review is answered yes or no: either only some members are locked or the whole record
 * is (C-04). A failed server answers neither.
 */
export const contactEdit: Evaluate = (evidence) => {
  const edit = last(evidence);
  const expected = 'a clear yes or no';
  if (edit?.response === undefined || edit.response === null) return undetermined(expected, inWords(edit));
  const clear = isAccepted(edit) || isRefused(edit);
  return inReading(verdictOf(clear, expected, inWords(edit)), 'C-04', isAccepted(edit) ? 'members' : 'whole');
};
