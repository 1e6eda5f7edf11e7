import { countsInWords, type KindCounts } from '../contract/object-kinds.js';
import { budgetLines } from '../runner/budget/announce-budget.js';
import type { RunOutline } from '../runner/budget/run-outline.js';

/** What a run would do, as lines for people. */
export function renderDryRun(dry: RunOutline): string {
  const { kycSeconds, depositSeconds, otpSeconds } = dry.budget;
  const lines = [
    `Dry run: ${dry.selection}; nothing was called.`,
    ...dry.rows.flatMap(({ id, title, lacks, scenarios }) => [
      `${id} ${title}${lacks.length === 0 ? '' : `: ${notApplicable(lacks)}`}`,
      ...scenarios.map((name) => `    ${name}`),
    ]),
    '',
    'What each scenario may call, and create or move at most:',
    ...dry.planned.flatMap(({ id, lacks, calls, creates }) =>
      lacks.length > 0 ? [id, `    ${notApplicable(lacks)}`] : [id, ...callLines(calls, creates)],
    ),
    '',
    `${dry.rows.length} rows, ${dry.scenarios} scenarios, ${dry.steps} steps`,
    ...leftOut(dry),
    `Calls: at least ${dry.actions} (steps that act; waiting polls on top) of ${dry.calls.length} operations`,
    ...budgetLines(dry),
    `Time: a wait ends after ${kycSeconds} s (KYC), ${depositSeconds} s (deposit) or ${otpSeconds} s (OTP)`,
  ];
  return `${lines.join('\n')}\n`;
}

/** That a scenario which calls nothing creates nothing goes without saying. */
function callLines(calls: readonly string[], creates: KindCounts): readonly string[] {
  if (calls.length === 0) return ['    calls nothing'];
  const most = Object.keys(creates).length === 0 ? 'creates nothing' : countsInWords(creates);
  return [`    ${calls.join(', ')}`, `    ${most}`];
}

function notApplicable(lacks: readonly string[]): string {
  return `not applicable, because the program profile says ${lacks.map((name) => `capabilities.${name}: false`).join(', ')}`;
}

function leftOut({ rows, planned }: RunOutline): readonly string[] {
  const [fewerRows, fewer] = [rows, planned].map((all) => all.filter(({ lacks }) => lacks.length > 0).length);
  return fewer === 0 ? [] : [`Not applicable to this Program: ${fewerRows} of the rows, ${fewer} of the scenarios`];
}
