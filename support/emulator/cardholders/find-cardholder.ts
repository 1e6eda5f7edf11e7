import { type Call, numericId } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import type { Program } from '../program.js';
import type { Cardholder } from './cardholder.js';

/** The Program's cardholder with that id; another Program's id is as unknown as one that never was (404). */
export function findCardholder(program: Program, id: number): Cardholder {
  const cardholder = program.store.cardholders.get(id);
  if (cardholder === null) throw new Refusal('not_found', { what: 'cardholder' });
  return cardholder;
}

/** The cardholder the path names. */
export function cardholderOf(call: Call, program: Program): Cardholder {
  return findCardholder(program, numericId(call, 'cardholder'));
}
