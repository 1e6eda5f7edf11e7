import type { JournalHead } from '../../trace/journal-chain.js';
import type { ScenarioVerdict } from '../../verdict/verdict.js';
import { verdictEffect } from '../../verdict/verdict-order.js';
import { rulesInBrief, weakerRules } from '../../verdict/softened/weaker-rules.js';
import { briefly, waiversInUse } from '../../verdict/waivers/waivers-in-use.js';
import type { DecidedRun } from '../decided-run.js';

/** Name and SHA-256 of a file. */
export interface DigestedFile {
  readonly name: string;
  readonly sha256: string;
}

/** What the statement is about besides the run. */
export interface StatementFacts {
  /** The files of the manifest: they stand for the whole pack. */
  readonly subjects: readonly DigestedFile[];
  /** What the run was judged by: files of the pack that say how it was configured. */
  readonly configuration: readonly DigestedFile[];
  /** Where the journal ends; null for a pack without one. */
  readonly journal: JournalHead | null;
  readonly adHocKey: boolean;
}

/** Types of the statement. Source: in-toto Attestation Framework, Statement v1 and predicate test-result v0.1. */
export const statementTypes = {
  statement: 'https://in-toto.io/Statement/v1',
  predicate: 'https://in-toto.io/attestation/test-result/v0.1',
} as const;

/** Weakened rules that are signed by name; the digest of the list is among the files. */
const longest = 20;

/** Scenarios by what they mean for the result; every verdict counts in exactly one list or in none. */
function scenariosWhere({ results }: DecidedRun, holds: (verdict: ScenarioVerdict) => boolean): string[] {
  return results.filter(({ verdict }) => holds(verdict)).map(({ id }) => id);
}

/**
 * The in-toto Statement of a decided run: which pack, which decision, which scenarios. What a waiver covers stays among the
 * failed tests, is never behind a plain `PASSED`, and the annotations say by whom it was given and until when. Neither is a contract
 * with rules that are weaker than published, and the annotations name them.
 */
export function statementOf(run: DecidedRun, { subjects, configuration, journal, adHocKey }: StatementFacts) {
  const { gate, facts } = run;
  const waived = waiversInUse(run.waivers).map(briefly);
  const softened = rulesInBrief(weakerRules(run.contractChanges), longest);
  const warned = scenariosWhere(run, (verdict) => verdict !== 'pass' && verdictEffect(verdict) === 'allows');
  return {
    _type: statementTypes.statement,
    subject: subjects.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType: statementTypes.predicate,
    predicate: {
      result: resultOf(gate.exitCode === 0, warned.length + waived.length + softened.length),
      configuration: configuration.map(({ name, sha256 }) => ({
        name,
        digest: { sha256 },
        annotations: {
          ...{ runId: facts.runId, decision: gate.decision, exitCode: gate.exitCode },
          ...{ harnessVersion: facts.harnessVersion, signingKey: adHocKey ? 'ad-hoc' : 'configured' },
          ...(waived.length === 0 ? {} : { waived }),
          ...(softened.length === 0 ? {} : { softened }),
          ...(journal === null ? {} : { journalLines: journal.lines, journalHead: journal.sha256 }),
        },
      })),
      passedTests: scenariosWhere(run, (verdict) => verdict === 'pass'),
      warnedTests: warned,
      failedTests: scenariosWhere(run, (verdict) => ['contradicts', 'blocks'].includes(verdictEffect(verdict))),
    },
  };
}

function resultOf(green: boolean, warned: number): 'PASSED' | 'WARNED' | 'FAILED' {
  if (!green) return 'FAILED';
  return warned > 0 ? 'WARNED' : 'PASSED';
}
