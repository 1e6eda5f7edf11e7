import type { Program } from '../program.js';
import { delays } from '../timing/delays.js';
import { follow } from '../transition.js';
import { type Cardholder, lastNameOf } from './cardholder.js';

/** What the compliance engine decides by itself, and after how many emulated seconds under review. */
interface OrganicDecision {
  readonly afterSeconds: number;
  readonly event: 'kyc-passed' | 'kyc-failed' | 'admin-declined' | 'processing-failed';
}

/** Outcomes a tester chooses by the cardholder's last name; null never decides. Everybody else passes, hours later. */
const organicDecisions: ReadonlyMap<string, OrganicDecision | null> = new Map([
  ['Organic-Error', { afterSeconds: 300, event: 'processing-failed' }],
  ['Organic-Admin', { afterSeconds: 300, event: 'admin-declined' }],
  ['Organic-Approve', { afterSeconds: 300, event: 'kyc-passed' }],
  ['Organic-Slow', null],
]);
/**
 * Nobody forced a result for a day. Shorter would race with a scenario that is slow, or whose run was stopped and goes
 * on: at the default time scale this is 43 seconds.
 */
const defaultDecision: OrganicDecision = { afterSeconds: 86_400, event: 'kyc-passed' };

/**
 * Puts a cardholder into the transitional state (the caller has checked that the table allows it) and plans what it
 * passes on to. Source: docs/cardholders-and-compliance.
 */
export function passThrough(program: Program, cardholder: Cardholder, now: number, onward: string): void {
  program.store.cardholders.update(cardholder.id, { state: 'pending' });
  program.platform.schedule.after(now, delays.transitionalStatus, (at) => {
    settle(program, cardholder.id, onward, at);
  });
}

function settle(program: Program, id: number, event: string, at: number): void {
  const current = mustExist(program, id);
  const { to } = follow(program, { lifecycle: 'cardholder', from: current.state, event });
  const settled = program.store.cardholders.update(id, { state: to });
  if (to === 'under-review') planOrganicDecision(program, settled, at);
}

function planOrganicDecision(program: Program, cardholder: Cardholder, at: number): void {
  const chosen = organicDecisions.get(lastNameOf(cardholder));
  const decision = chosen === undefined ? defaultDecision : chosen;
  if (decision === null) return;
  program.platform.schedule.after(at, decision.afterSeconds, (due) => {
    decideOrganically(program, cardholder, decision, due);
  });
}

/** A decision for a review that was forced or reopened in the meantime is dropped, as the real race is lost. */
function decideOrganically(program: Program, planned: Cardholder, decision: OrganicDecision, at: number): void {
  const current = mustExist(program, planned.id);
  if (current.review !== planned.review || current.state !== 'under-review') return;
  follow(program, { lifecycle: 'cardholder', from: current.state, event: 'organic-decision' });
  passThrough(program, current, at, decision.event);
}

function mustExist(program: Program, id: number): Cardholder {
  const cardholder = program.store.cardholders.get(id);
  if (cardholder === null) throw new Error(`cardholder ${id} vanished`);
  return cardholder;
}
