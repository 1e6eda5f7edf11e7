import { countsInWords } from '../contract/object-kinds.js';
import { budgetLines } from '../runner/budget/announce-budget.js';
import type { RunOutline } from '../runner/budget/run-outline.js';

/** What a run would do, as lines for people. */
export function renderDryRun(dry: RunOutline): string {
  const { kycSeconds, depositSeconds, otpSeconds } = dry.budget;
  const lines = [
    `Dry run: ${dry.selection}; nothing was called.`,
    ...dry.rows.flatMap(({ id, title, scenarios }) => [`${id} ${title}`, ...scenarios.map((name) => `    ${name}`)]),
    '',
    'What each scenario may call, and create or move at most:',
    ...dry.planned.flatMap(({ id, calls, creates }) => [
      id,
      `    ${calls.length === 0 ? 'calls nothing' : calls.join(', ')}`,
      `    ${countsInWords(creates)}`,
    ]),
    '',
    `${dry.rows.length} rows, ${dry.scenarios} scenarios, ${dry.steps} steps`,
    `Calls: at least ${dry.actions} (steps that act; waiting polls on top) of ${dry.calls.length} operations`,
    ...budgetLines(dry),
    `Time: a wait ends after ${kycSeconds} s (KYC), ${depositSeconds} s (deposit) or ${otpSeconds} s (OTP)`,
  ];
  return `${lines.join('\n')}\n`;
}
