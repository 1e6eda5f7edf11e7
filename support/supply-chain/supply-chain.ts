import type { AdvisoryFinding } from './advisories.js';
import { unreachable } from '../messages/unreachable.js';

/** What was found of the dependencies: reports/supply-chain.json. */
export interface SupplyChain {
  readonly lockSha256: string;
  readonly packages: number;
  /** Problems of the lock file, a sentence each. */
  readonly lock: readonly string[];
  readonly licences: readonly string[];
  readonly advisories: AdvisoryFinding;
}

/** 0 nothing against them, 1 a problem, 2 the advisories could not be checked. */
export function exitOfSupplyChain({ lock, licences, advisories }: SupplyChain): 0 | 1 | 2 {
  if (lock.length > 0 || licences.length > 0 || advisories.outcome === 'found') return 1;
  return advisories.outcome === 'not-checked' ? 2 : 0;
}

/** The report for a person, one line for each check and problem. */
export function renderSupplyChain({ packages, lock, licences, advisories }: SupplyChain): string {
  const lines = [
    ...checked(lock, `lock file: ${packages} packages, each with one exact version and a SHA-512 digest`, 'lock file'),
    ...checked(licences, `licences: each of ${packages} packages has an admitted one`, 'licences'),
    ...advisoryLines(advisories),
  ];
  return `${lines.join('\n')}\n`;
}

function checked(problems: readonly string[], fine: string, what: string): string[] {
  return problems.length === 0 ? [`ok    ${fine}`] : problems.map((problem) => `FAIL  ${what}: ${problem}`);
}

function advisoryLines(advisories: AdvisoryFinding): string[] {
  switch (advisories.outcome) {
    case 'none-known':
      return [`ok    advisories: none known for ${advisories.packages} packages`];
    case 'found':
      return advisories.advisories.map((each) => `FAIL  advisories: ${each.package} ${each.range}: ${each.severity}`);
    case 'not-checked':
      return [
        `????  advisories: not checked: ${advisories.reason}`,
        '      Nobody knows whether there are any. Ask a registry that answers (npm audit --registry URL).',
      ];
    default:
      return unreachable(advisories, 'finding');
  }
}
