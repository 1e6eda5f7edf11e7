import type { RecordedAnswer } from '../recorded-answer.js';
import { expectedUnder } from '../expected/expected-under.js';
import type { WireKind } from './wire-kind.js';

interface OtherStatus {
  readonly kind: string;
  readonly title: string;
  /** First digits of the statuses it applies to. */
  readonly from: string;
  readonly to: (status: number) => number;
}

const others: readonly OtherStatus[] = [
  {
    kind: 'status-other-success',
    title: 'A success has another success code.',
    from: '2',
    to: (status) => (status === 203 ? 200 : 203),
  },
  { kind: 'status-redirect', title: 'The answer is a redirect.', from: '245', to: () => 302 },
  { kind: 'status-refusal', title: 'A success comes with the code of a refusal.', from: '2', to: () => 400 },
  { kind: 'status-failure', title: 'A success comes with the code of a failing server.', from: '2', to: () => 500 },
  {
    kind: 'status-other-refusal',
    title: 'A refusal has another code of its class.',
    from: '4',
    to: (status) => (status === 422 ? 400 : 422),
  },
  {
    kind: 'refusal-as-success',
    title: 'A refusal comes with a success code and says so in its body.',
    from: '4',
    to: () => 200,
  },
];

/** Mutants of the status code, the body unchanged. */
export const statusKinds: readonly WireKind[] = others.map(({ kind, title, from, to }) => ({
  ...{ kind, title, noticedBy: 'judge' },
  plant: (answer: RecordedAnswer) => {
    const { status } = answer.response;
    if (!from.includes(String(status)[0] ?? '') || answer.json === undefined) return [];
    const alter = (response: RecordedAnswer['response']) => ({ ...response, status: to(response.status) });
    return [{ ...expectedUnder(answer, to(status)), alter }];
  },
}));
