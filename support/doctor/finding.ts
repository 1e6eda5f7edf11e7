import type { CodedError } from '../messages/coded-error.js';
import { doctorMessages, type Turn } from '../messages/doctor-messages.js';
import { fill, type MessageValues } from '../messages/message.js';
import type { Finding } from './layer.js';

/** The layer is as it should be. */
export function ok(says: string): Finding {
  return { status: 'ok', says, problem: null };
}

/** The layer was not examined, or what was seen says nothing about it. */
export function skip(says: string): Finding {
  return { status: 'skip', says, problem: null };
}

/** Code of a message in the doctor's table. */
export type DoctorCode = keyof typeof doctorMessages;

/** A problem with its code, next step and turn from the table. */
export function problem(status: 'warn' | 'fail', code: DoctorCode, values: MessageValues = {}): Finding {
  const template = doctorMessages[code];
  const { text, next } = fill(code, template, values);
  return { status, says: text, problem: { code, next, turn: template.turn } };
}

/** A problem that a run would refuse with this error. */
export function refusedWith({ code, message, next }: CodedError, turn: readonly Turn[]): Finding {
  return { status: 'fail', says: message, problem: { code, next, turn } };
}
