import { linesOf } from '../../evidence/lines-of.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { parseJson } from '../../evidence/verify/parse-json.js';
import { messagesFile } from '../../trace/recorder-files.js';
import type { Envelope } from '../cucumber.js';
import { PickleIds } from '../pickle-ids.js';

/** What Cucumber's own messages say of one attempt at a scenario. */
export interface CucumberAttempt {
  /** The words of its steps, in order. */
  readonly words: readonly string[];
  /** False when the process died before Cucumber was done with it: its result may be there already, or not. */
  readonly ended: boolean;
}

/** What Cucumber's own messages say of the scenarios: for each its attempts. */
export type CucumberAttempts = ReadonlyMap<string, readonly CucumberAttempt[]>;

/**
 * Reads the attempts that Cucumber made; those it skipped as a whole (kept from an earlier part of a run, or not
 * begun any more) are left out. Null where there are no messages. VFY-302 for a line that is none.
 */
export async function cucumberAttempts(pack: OpenPack): Promise<CucumberAttempts | null> {
  const file = pack.file(messagesFile);
  if (file === null) return null;
  const followed = new FollowedCases();
  for await (const { number, bytes } of linesOf(file)) {
    if (bytes.length > 0) followed.add(parseJson(bytes.toString('utf8'), `${messagesFile} line ${number}`) as Envelope);
  }
  return followed.attempts();
}

/** A test case under way, with the words of its steps so far. */
interface StartedCase {
  readonly testCaseId: string;
  readonly words: Map<string, string>;
}

class FollowedCases {
  readonly #pickles = new PickleIds();
  /** For each test case its pickle and, in order, its steps; hooks are none. */
  readonly #cases = new Map<string, { readonly pickleId: string; readonly steps: readonly string[] }>();
  readonly #started = new Map<string, StartedCase>();
  readonly #attempts = new Map<string, CucumberAttempt[]>();

  add(envelope: Envelope): void {
    const { testCase, testCaseStarted, testStepFinished, testCaseFinished } = envelope;
    this.#pickles.add(envelope);
    if (testCase !== undefined) {
      const steps = testCase.testSteps.filter(({ pickleStepId }) => pickleStepId !== undefined).map(({ id }) => id);
      this.#cases.set(testCase.id, { pickleId: testCase.pickleId, steps });
    }
    if (testCaseStarted !== undefined) {
      const { id, testCaseId } = testCaseStarted;
      this.#started.set(id, { testCaseId, words: new Map() });
    }
    if (testStepFinished !== undefined) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
      this.#started.get(testCaseStartedId)?.words.set(testStepId, testStepResult.status.toLowerCase());
    }
    if (testCaseFinished !== undefined) this.#close(testCaseFinished.testCaseStartedId, true);
  }

  attempts(): CucumberAttempts {
    // What is still open was cut short when the process died.
    for (const startedId of [...this.#started.keys()]) this.#close(startedId, false);
    return this.#attempts;
  }

  #close(startedId: string, ended: boolean): void {
    const started = this.#started.get(startedId);
    const known = this.#cases.get(started?.testCaseId ?? '');
    this.#started.delete(startedId);
    if (started === undefined || known === undefined) return;
    const words = known.steps.map((step) => started.words.get(step) ?? 'skipped');
    if (words.every((word) => word === 'skipped')) return;
    const id = this.#pickles.idOf(known.pickleId) ?? `test case ${started.testCaseId}`;
    this.#attempts.set(id, [...(this.#attempts.get(id) ?? []), { words, ended }]);
  }
}
