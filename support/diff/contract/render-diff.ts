import { changeClasses, type ChangeClass } from './change-class.js';
import type { ContractChange } from './contract-change.js';
import type { ContractDiff } from './diff-contracts.js';

const headings: Readonly<Record<ChangeClass, string>> = {
  breaking: 'Breaking: a working client fails or is refused',
  unknown: 'Unknown: nothing here can tell, so it does not count as safe',
  'conditionally-breaking': 'Conditionally breaking: it depends on what the client does',
  additive: 'Additive: the vendor may do that at any time',
  cosmetic: 'Cosmetic: nothing that travels is different',
};

/** Most operations named beside a change. */
const mostUses = 4;

/** A diff for people: the worst first, each change with its rule, its places in both files and the operations it reaches. */
export function renderDiff({ old, new: next, changes }: ContractDiff): string {
  const lines = [`${old.file} (${old.version}) -> ${next.file} (${next.version})`];
  for (const one of changeClasses) {
    const found = changes.filter((change) => change.class === one);
    if (found.length === 0) continue;
    lines.push('', `${headings[one]} (${found.length})`);
    for (const change of found) lines.push(...changeLines(change));
  }
  const counts = changeClasses.map((one) => `${changes.filter((change) => change.class === one).length} ${one}`);
  lines.push('', changes.length === 0 ? 'The contracts are the same.' : counts.join(', '));
  return `${lines.join('\n')}\n`;
}

function changeLines({ rule, words, because, uses, old, new: next, fingerprint }: ContractChange): readonly string[] {
  return [
    `  ${words}`,
    ...(because === null ? [] : [`    because ${because}`]),
    `    ${rule} ${fingerprint}, lines ${old.line} -> ${next.line}; ${usesText(uses)}`,
  ];
}

function usesText(uses: ContractChange['uses']): string {
  const operations = [...new Set(uses.map(({ operation }) => operation))];
  if (operations.length === 0) return 'no operation uses it';
  const more = operations.length - mostUses;
  return [...operations.slice(0, mostUses), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
