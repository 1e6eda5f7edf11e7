import { at, inWords, isAccepted, isRefused, numberMember, requested } from '../../verdict/checks/answer.js';
import { issuerCardStatus } from '../../verdict/checks/status-words.js';
import { after, callsOf, observed, type RowEvaluator } from '../row-evaluator.js';

const firstStates: Readonly<Record<number, string>> = {
  [issuerCardStatus.Active]: 'active',
  [issuerCardStatus['Not Activated']]: 'not-activated',
};

/** C-05: the state of the first read after a virtual card was issued. */
export const firstCardState: RowEvaluator = ({ exchanges }) => {
  const issued = callsOf(exchanges, 'issueVirtualCard').find(isAccepted);
  const read = callsOf(after(exchanges, issued), 'getCard').find(isAccepted);
  const state = read === undefined ? undefined : numberMember(read, 'issuerCardStatus');
  const reading = state === undefined ? undefined : firstStates[state];
  return reading === undefined ? [] : observed(reading, String(state), [issued, read]);
};

/** E-09: the answer to a physical card asked for without a design slot. */
export const omittedSlot: RowEvaluator = ({ exchanges }) =>
  callsOf(exchanges, 'issuePhysicalCard')
    .filter((call) => at(requested(call), '/cardType') === undefined && (isAccepted(call) || isRefused(call)))
    .flatMap((call) => observed(isAccepted(call) ? 'default-slot' : 'required', inWords(call), [call]));

/** E-13: the JSON types with which activation and PIN change succeeded; the values are masked, their types are proved. */
export const pinTypes: RowEvaluator = ({ exchanges }, facts) => {
  const [activated, changed] = ['activateCard', 'updateCardPin'].map((name) =>
    callsOf(exchanges, name).find(isAccepted),
  );
  const type = (id: string | undefined) => (id === undefined ? undefined : facts.ofRequest(id, 'newPin')?.jsonType);
  const types = [type(activated?.id), type(changed?.id)];
  if (types.includes(undefined)) return [];
  const reading = pinReadings[types.join(', ')];
  return reading === undefined ? [] : observed(reading, types.join(', '), [activated, changed]);
};

const pinReadings: Readonly<Record<string, string>> = {
  'number, string': 'both',
  'number, number': 'number',
  'string, string': 'text',
};

/** O-02: the JSON type and the length of the year with which an activation succeeded. */
export const activationTypes: RowEvaluator = ({ exchanges }, facts) =>
  callsOf(exchanges, 'activateCard')
    .filter(isAccepted)
    .flatMap((call) => {
      const year = facts.ofRequest(call.id, 'expYear');
      if (year === undefined) return [];
      const reading = year.jsonType === 'number' ? 'integers' : 'text';
      return observed(reading, `${year.jsonType}, a year of ${year.length ?? 'unknown'} digits`, [call]);
    });
