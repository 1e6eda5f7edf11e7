import { issueVirtualCard } from '../cards/issue-card.js';
import { integerMember } from '../http/call.js';
import type { Fault, Faults } from './fault.js';
import { behaving, spoiling } from './plant-answers.js';

/** Faults of transaction limits: what a limit of a card or cardholder is measured against. */
export const limitFaults: Faults = {
  'money/limit-above-program-on-update': overLimit('updateCard'),
  'money/limit-above-program-on-issue': overLimit('issueVirtualCard'),
  'money/cardholder-limit-above-program': unlimitedCardholders('createCardholder'),
  'money/cardholder-limit-above-program-on-update': unlimitedCardholders('updateCardholder'),
  'money/refused-limit-leaves-card': spoiling('issueVirtualCard', (call, program) => {
    issueVirtualCard({ ...call, body: { ...call.body, transactionLimit: null } }, program);
  }),
  'money/limit-above-cardholder': behaving(['updateCard', 'issueVirtualCard', 'getCard'], (call, program, sound) => {
    const { cardholders } = program.store;
    const unlimited = {
      ...cardholders,
      get: (id: number) => {
        const cardholder = cardholders.get(id);
        return cardholder === null ? null : { ...cardholder, transactionLimit: null };
      },
    };
    return sound(call, { ...program, store: { ...program.store, cardholders: unlimited } });
  }),
};

/** No limit is above the Program's: neither when it is set nor when it is read. */
function overLimit(operation: string): Fault {
  const above = Number.MAX_SAFE_INTEGER;
  return behaving([operation, 'getCard'], (call, program, sound) => {
    const own = program.store.cards.get(Number(call.pathId))?.transactionLimit ?? null;
    const asked = integerMember(call.body, 'transactionLimit') ?? own;
    const isAbove = asked !== null && asked > program.settings.transactionLimit;
    const settings = { ...program.settings, transactionLimit: above };
    return sound(call, isAbove ? { ...program, settings } : program);
  });
}

/** A cardholder may have any limit: when it is set by this operation, and when it is read. */
function unlimitedCardholders(operation: string): Fault {
  return behaving([operation, 'getCardholder'], (call, program, sound) => {
    const settings = { ...program.settings, transactionLimit: Number.MAX_SAFE_INTEGER };
    const own = program.store.cardholders.get(Number(call.pathId))?.transactionLimit ?? null;
    const asked = integerMember(call.body, 'transactionLimit') ?? own;
    const isAbove = asked !== null && asked > program.settings.transactionLimit;
    return sound(call, isAbove ? { ...program, settings } : program);
  });
}
