import { linesOf } from '../evidence/lines-of.js';
import type { OpenPack } from '../evidence/verify/open-pack.js';
import { messagesFile } from '../trace/recorder-files.js';
import type { CucumberCount } from '../verdict/gate-input.js';
import type { Envelope } from './cucumber.js';
import { PickleIds } from './pickle-ids.js';

/**
 * Which scenarios Cucumber's own messages say ran to their end. A resumed run has several passes in one file; a scenario
 * that a pass skipped from its first hook on was kept or interrupted there, and does not count in that pass.
 */
export async function countCucumber(pack: OpenPack): Promise<CucumberCount> {
  const file = pack.file(messagesFile);
  if (file === null) return { finished: null, problem: `${messagesFile} is missing` };
  const tally = new CucumberTally();
  let number = 0;
  for await (const { bytes } of linesOf(file)) {
    const line = bytes.toString('utf8');
    number += 1;
    try {
      if (line !== '') tally.add(JSON.parse(line) as Envelope);
    } catch (cause) {
      const detail = cause instanceof SyntaxError ? 'it is not JSON' : String(cause);
      return { finished: null, problem: `${messagesFile} line ${number}: ${detail}` };
    }
  }
  return { finished: tally.finished(), cutShort: tally.cutShort(), problem: null };
}

/** Follows test cases through the messages; keeps ids alone, never what steps said. */
class CucumberTally {
  readonly #pickles = new PickleIds();
  readonly #pickleOf = new Map<string, string>();
  readonly #caseOf = new Map<string, string>();
  /** Whether the first hook let the test case begin. */
  readonly #began = new Map<string, boolean>();
  readonly #ended = new Set<string>();
  /** With those that were to be tried again. */
  readonly #over = new Set<string>();

  add(envelope: Envelope): void {
    const { testCase, testCaseStarted, testStepFinished, testCaseFinished } = envelope;
    this.#pickles.add(envelope);
    if (testCase !== undefined) this.#pickleOf.set(testCase.id, testCase.pickleId);
    if (testCaseStarted !== undefined) this.#caseOf.set(testCaseStarted.id, testCaseStarted.testCaseId);
    if (testStepFinished !== undefined) this.#stepFinished(testStepFinished);
    if (testCaseFinished !== undefined) this.#over.add(testCaseFinished.testCaseStartedId);
    if (testCaseFinished?.willBeRetried === false) this.#ended.add(testCaseFinished.testCaseStartedId);
  }

  #stepFinished({ testCaseStartedId, testStepResult }: NonNullable<Envelope['testStepFinished']>): void {
    if (this.#began.has(testCaseStartedId)) return;
    const status: `${typeof testStepResult.status}` = testStepResult.status;
    this.#began.set(testCaseStartedId, status !== 'SKIPPED');
  }

  /** Ids of the scenarios that ran to their end, each once, sorted. */
  finished(): string[] {
    return this.#idsOf([...this.#ended]);
  }

  /** Ids of the scenarios that had begun and did not come to their end, each once, sorted. */
  cutShort(): string[] {
    return this.#idsOf([...this.#began.keys()].filter((started) => !this.#over.has(started)));
  }

  #idsOf(cases: readonly string[]): string[] {
    const ids = cases
      .filter((started) => this.#began.get(started) === true)
      .map(
        (started) =>
          this.#pickles.idOf(this.#pickleOf.get(this.#caseOf.get(started) ?? '') ?? '') ?? `test case ${started}`,
      );
    return [...new Set(ids)].sort();
  }
}
