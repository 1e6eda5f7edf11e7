import { findCardholder } from '../cardholders/find-cardholder.js';
import { type Call, type Handlers, integerMember, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import type { Program } from '../program.js';

/** Support tickets. */
export const ticketHandlers: Handlers = { createSupportTicket };

/** A programId must be the caller's own; a cardholderId must exist in it. Source: docs/funding-and-deposits. */
function createSupportTicket(call: Call, program: Program): Reply {
  const programId = integerMember(call.body, 'programId');
  if (programId !== null && programId !== program.settings.programId)
    throw new Refusal('not_found', { what: 'Program' });
  const cardholderId = integerMember(call.body, 'cardholderId');
  if (cardholderId !== null) findCardholder(program, cardholderId);
  const ticket = program.store.tickets.add({
    id: program.platform.ids.next('ticket'),
    cardholderId,
    subject: required(textMember(call.body, 'subject'), 'subject'),
    message: required(textMember(call.body, 'message'), 'message'),
    priority: integerMember(call.body, 'priority'),
    createdAt: call.now,
  });
  return ok({ status: 'success', ticketId: ticket.id });
}
