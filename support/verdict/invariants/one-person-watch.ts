import { isRefused } from '../checks/answer.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';
import { seenObjects } from './seen-objects.js';

/** Members that tell two persons apart. */
const telling: readonly string[] = ['firstName', 'lastName', 'dob', 'emailAdr', 'cellNum'];

/** As few as could tell: a single name may be corrected by a review, which sees the person's documents. */
const enough = 3;

/** One answer's telling members by name. */
interface Person {
  readonly values: ReadonlyMap<string, string>;
  readonly exchangeId: string;
}

/** Without an edit, a cardholder never reads with none of what told who it is before; told once a cardholder. */
export const staysOnePerson = (): InvariantWatch => {
  const last = new Map<string, Person>();
  const told = new Set<string>();
  return {
    exchange: (exchange) => {
      const scope = labelScopeOf(exchange);
      const edited = exchange.operationId === 'updateCardholder' && !isRefused(exchange);
      if (edited) last.delete(`${scope} ${exchange.request.path.split('/')[2] ?? ''}`);
      let evaluated = 0;
      const violations: InvariantViolation[] = [];
      for (const { kind, id, members } of seenObjects(exchange)) {
        if (kind !== 'cardholder') continue;
        const values = new Map(
          telling.flatMap((name) => (typeof members[name] === 'string' ? [[name, members[name]] as const] : [])),
        );
        const before = last.get(`${scope} ${id}`);
        const both = [...values.keys()].filter((name) => before?.values.has(name) === true);
        if (before === undefined || both.length < enough) {
          if (before === undefined && values.size >= enough)
            last.set(`${scope} ${id}`, { values, exchangeId: exchange.id });
          continue;
        }
        evaluated += 1;
        last.set(`${scope} ${id}`, { values, exchangeId: exchange.id });
        if (both.some((name) => before.values.get(name) === values.get(name)) || told.has(id)) continue;
        told.add(id);
        const message = `expected cardholder ${id} to stay one person, received ${both.join(', ')} of another one`;
        violations.push({ exchangeIds: [before.exchangeId, exchange.id], message });
      }
      return evaluated === 0 ? nothingToSay : { evaluated, violations };
    },
  };
};
