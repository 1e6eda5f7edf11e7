import type { AnswerCode } from '../messages/answer-messages.js';
import type { FailureClass } from '../trace/exchange.js';

/** What the client makes of each answer that HTTP can give. */
type HttpClass =
  | 'accepted'
  | 'error-word'
  | 'malformed-request'
  | 'key-refused'
  | 'network-refusal'
  | 'forbidden'
  | 'not-found'
  | 'state-conflict'
  | 'invalid-data'
  | 'rate-limited'
  | 'other-refusal'
  | 'redirection'
  | 'server-failure'
  | 'unknown-status';

/** Class of an answer, or of the failure that came in its place. */
export type AnswerClass = HttpClass | FailureClass;

/** How a class is handled. */
export interface Handling {
  /** The target's word on the call: yes, no, or nothing that can be relied on. */
  readonly says: 'yes' | 'no' | 'nothing';
  /** True when the cause may pass by itself: a safe call is then sent again. Nothing else is ever repeated. */
  readonly passes: boolean;
  readonly level: 'debug' | 'info' | 'warn';
  /** The sentence of the log. */
  readonly message: AnswerCode;
}

const no = (message: AnswerCode): Handling => ({ says: 'no', passes: false, level: 'info', message });
const silence = (message: AnswerCode): Handling => ({ says: 'nothing', passes: false, level: 'warn', message });
const passing = (message: AnswerCode): Handling => ({ ...silence(message), passes: true });

/** How the client handles every class there is. Source: docs/recipe-program-launch-checklist. */
export const answerClasses: Readonly<Record<AnswerClass, Handling>> = {
  accepted: { says: 'yes', passes: false, level: 'debug', message: 'CLI-300' },
  'error-word': no('CLI-301'),
  'malformed-request': no('CLI-302'),
  'key-refused': no('CLI-303'),
  'network-refusal': { ...no('CLI-304'), level: 'warn' },
  forbidden: no('CLI-305'),
  'not-found': no('CLI-306'),
  'state-conflict': no('CLI-307'),
  'invalid-data': no('CLI-308'),
  'rate-limited': passing('CLI-309'),
  'other-refusal': no('CLI-310'),
  redirection: silence('CLI-311'),
  'server-failure': passing('CLI-312'),
  'unknown-status': silence('CLI-313'),
  reset: passing('CLI-314'),
  tls: silence('CLI-315'),
  untrusted: silence('CLI-321'),
  lapsed: silence('CLI-322'),
  refused: silence('CLI-316'),
  timeout: silence('CLI-317'),
  dns: silence('CLI-318'),
  protocol: silence('CLI-319'),
  cancelled: silence('CLI-320'),
};
