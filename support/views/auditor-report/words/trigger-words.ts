import type { TriggerClass } from '../../../verdict/requirement.js';

/** How each kind of row is brought about, as a sentence. */
export const triggerWords: Readonly<Record<TriggerClass, string>> = {
  forced: 'A documented simulation endpoint forces the outcome.',
  client: 'Ordinary calls of a client bring it about.',
  organic: 'The platform decides by itself; what comes is observed.',
  unconfirmed: 'A simulation endpoint brings it about that the vendor has not confirmed.',
  people: 'A person has to do it.',
  replay: 'An answer is replayed to the harness’s own client.',
  static: 'The run’s own traces and configuration are examined.',
  production: 'A call on production shows it.',
};
