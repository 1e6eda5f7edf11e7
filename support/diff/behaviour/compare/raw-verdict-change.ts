import type { VerdictChange } from '../behaviour-change.js';
import type { RawBehaviourChange } from './raw-change.js';

/** A difference in how a row, scenario or check ended, before its causes are looked for. */
export interface RawVerdictChange extends RawBehaviourChange, Pick<VerdictChange, 'subject' | 'id'> {}
