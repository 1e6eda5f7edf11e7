import { type JsonObject, textMember } from '../http/call.js';
import { type Contact, contactMembers } from './card.js';

/** The contact members a request gives. */
export function contactOf(body: JsonObject): Contact {
  return Object.fromEntries(
    contactMembers.flatMap((name) => {
      const value = textMember(body, name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}
