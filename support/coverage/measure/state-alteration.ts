import type { Lifecycle, LifecycleName } from '../../lifecycle/lifecycle.js';
import type { Json } from '../../trace/exchange.js';
import { changedBody } from './alterations.js';
import type { Alteration } from './sight.js';

/** The members of an answer that show the state of an entity. Deposits show theirs through balances only. */
const stateMembers: Readonly<Record<LifecycleName, readonly string[]>> = {
  cardholder: ['status'],
  card: ['issuerCardStatus', 'status'],
  deposit: ['ledgerBalance', 'availableBalance', 'walletAvailableBalance', 'walletBalanceSettled'],
  otp: ['status'],
  transfer: ['transStatus'],
};

/** The answer with the entity in another state: the member that showed the state that was reached shows another one. */
export function otherState(table: Lifecycle, reached: string): Alteration {
  return {
    key: `state ${table.name} ${reached}`,
    reads: null,
    apply: (exchange) => [changedBody(exchange, 'response', (body) => changed(body, table, reached))],
  };
}

function changed(value: Json, table: Lifecycle, reached: string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => changed(item, table, reached));
  if (typeof value !== 'object' || value === null) return value;
  const names = stateMembers[table.name];
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      names.includes(name) ? elsewhere(member, table, reached) : changed(member, table, reached),
    ]),
  );
}

function elsewhere(value: Json, table: Lifecycle, reached: string): Json {
  if (table.name === 'deposit') return typeof value === 'string' ? '0.00' : typeof value === 'number' ? 0 : value;
  const here = table.states.find(({ name }) => name === reached)?.value;
  const other = table.states.find(({ name }) => name !== reached)?.value;
  return value === here && other !== undefined ? other : value;
}
