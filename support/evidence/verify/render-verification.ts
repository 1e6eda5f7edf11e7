import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { painter, type Tone } from '../paint.js';
import { requireStepId, type Verification, type VerifyStep } from './verification.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

const word: Readonly<Record<VerifyStep['outcome'], string>> = {
  ok: 'ok  ',
  failed: 'FAIL',
  noted: 'note',
  skipped: 'skip',
};
const tone: Readonly<Record<VerifyStep['outcome'], Tone>> = {
  ok: 'good',
  failed: 'bad',
  noted: 'warn',
  skipped: 'bad',
};

/** Entries of a step before the rest is only counted. */
const longest = 20;

/** A verification for people: the word first, then every step with what was found and where. Ends with a line break. */
export function renderVerification(
  { pack, runId, decision, sound, steps }: Verification,
  { colour }: { readonly colour: boolean },
): string {
  const paint = painter(colour);
  const lines = steps.flatMap(({ title, outcome, items }) => [
    paint(tone[outcome], `  ${word[outcome]} ${title}`),
    ...items.slice(0, longest).map(({ where, problem }) => `         ${printable(where)}: ${printable(problem)}`),
    ...(items.length > longest
      ? [`         and ${String(items.length - longest)} more; --json lists all of them`]
      : []),
  ]);
  return [
    paint(sound ? 'good' : 'bad', headline({ sound, decision, steps })),
    `Pack: ${pack}`,
    `Run: ${printable(runId ?? 'cannot be read')}, decision as recorded: ${decision ?? 'cannot be read'}`,
    ...lines,
    '',
  ].join('\n');
}

/** Nothing is wrong with a pack whose decision is only another one than was required. */
function headline({ sound, decision, steps }: Pick<Verification, 'sound' | 'decision' | 'steps'>): string {
  if (sound) return 'SOUND (exit 0)';
  const wrong = steps.filter(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
  const onlyAsked = wrong.every(({ id, outcome }) => id === requireStepId && outcome === 'failed');
  if (!onlyAsked || decision === null) return 'NOT SOUND (exit 4)';
  return `SOUND, but not what --require asked for: the decision is ${decision}, not certifiable (exit 4)`;
}

/** A verification for programs: schemas/evidence/verification.schema.json. EVD-102 rather than another shape. */
export function verificationJson(verification: Verification): string {
  const problem = shapeProblem('verification', verification);
  if (problem !== null) throw evidenceError('EVD-102', { file: 'the output of verify --json', ...problem });
  return `${JSON.stringify(verification, null, 2)}\n`;
}

/** Names in a foreign pack may hold anything; the terminal gets none of it. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
