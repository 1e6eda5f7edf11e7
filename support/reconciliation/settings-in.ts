import { isRecord } from '../evidence/verify/json-shape.js';
import { parseJson } from '../evidence/verify/parse-json.js';
import { errorsOf } from '../messages/coded-error.js';
import { verifyMessages } from '../messages/verify-messages.js';
import type { ReconciliationSettings } from './reconcile.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** Reads what a run is reconciled by from its frozen program profile. VFY-302 for a file that does not say it. */
export function settingsIn(text: string, file: string): ReconciliationSettings {
  const profile = parseJson(text, file);
  const timing = isRecord(profile) ? profile['timing'] : undefined;
  const currency = isRecord(profile) ? profile['currency'] : undefined;
  const depositSeconds = isRecord(timing) ? timing['depositSeconds'] : undefined;
  if (typeof currency !== 'string' || typeof depositSeconds !== 'number') {
    throw damaged('VFY-302', { file, problem: 'it has no currency and no timing.depositSeconds' });
  }
  return { currency, depositSeconds };
}
