import type { ImpactedDiff } from './impacted-diff.js';

/** What a diff means for the suite, for people: the rows to run again, and what no scenario exercises. */
export function renderImpact({ changes, coverage }: ImpactedDiff): string {
  const { runId, affected, unexercised } = coverage;
  const felt = changes.filter((change) => change.class !== 'cosmetic');
  const lines = ['', `What ${runId} exercises of the ${counted(felt, 'change')} that may be felt`];
  for (const { words, fingerprint, impact } of felt.filter(({ impact: { scenarios } }) => scenarios.length > 0)) {
    const nearby = impact.precise ? '' : ' (around it, not at the very place)';
    lines.push(
      `  ${fingerprint} ${words}`,
      `    ${counted(impact.scenarios, 'scenario')} of ${impact.requirements.join(' ')}${nearby}`,
    );
  }
  if (unexercised.length > 0) lines.push(`Exercised by no scenario (${unexercised.length})`);
  for (const { words, fingerprint } of felt.filter((change) => unexercised.includes(change.fingerprint))) {
    lines.push(`  ${fingerprint} ${words}`);
  }
  const rows = affected.requirements.length === 0 ? 'none' : affected.requirements.join(' ');
  lines.push(`Rows to run first: ${rows} (${counted(affected.scenarios, 'scenario')})`);
  return `${lines.join('\n')}\n`;
}

function counted(things: readonly unknown[], thing: string): string {
  return `${things.length} ${thing}${things.length === 1 ? '' : 's'}`;
}
