import { linesOf } from '../../evidence/lines-of.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { catalogueOf } from '../catalogue.js';
import { messagesFile } from '../../trace/recorder-files.js';
import type { Envelope } from '../cucumber.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** What Cucumber's own messages say of the scenarios: for each its attempts, and for each attempt its steps' words. */
export type CucumberAttempts = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Reads the attempts that Cucumber ran to their end; those it skipped as a whole (kept from an earlier part of a run, or not
 * begun any more) are left out. Null where there are no messages. VFY-302 for a line that is none.
 */
export async function cucumberAttempts(pack: OpenPack): Promise<CucumberAttempts | null> {
  const file = pack.file(messagesFile);
  if (file === null) return null;
  const followed = new FollowedCases();
  for await (const { number, bytes } of linesOf(file)) {
    if (bytes.length > 0) followed.add(parsed(bytes.toString('utf8'), number));
  }
  return followed.attempts();
}

function parsed(line: string, number: number): Envelope {
  try {
    return JSON.parse(line) as Envelope;
  } catch (cause) {
    throw damaged('VFY-302', { file: `${messagesFile} line ${number}`, problem: 'it is not JSON' }, cause);
  }
}

/** A test case that was started, with the words of its steps so far. */
interface StartedCase {
  readonly testCaseId: string;
  readonly words: Map<string, string>;
  ended: boolean;
}

class FollowedCases {
  readonly #features: Envelope[] = [];
  /** For each test case its pickle and, in order, its steps; hooks are none. */
  readonly #cases = new Map<string, { readonly pickleId: string; readonly steps: readonly string[] }>();
  readonly #started = new Map<string, StartedCase>();

  add(envelope: Envelope): void {
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished } = envelope;
    if (gherkinDocument !== undefined || pickle !== undefined) this.#features.push(envelope);
    if (testCase !== undefined) {
      const steps = testCase.testSteps.filter(({ pickleStepId }) => pickleStepId !== undefined).map(({ id }) => id);
      this.#cases.set(testCase.id, { pickleId: testCase.pickleId, steps });
    }
    if (testCaseStarted !== undefined) {
      const { id, testCaseId } = testCaseStarted;
      this.#started.set(id, { testCaseId, words: new Map(), ended: false });
    }
    if (testStepFinished !== undefined) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
      this.#started.get(testCaseStartedId)?.words.set(testStepId, testStepResult.status.toLowerCase());
    }
    const ended = testCaseFinished && this.#started.get(testCaseFinished.testCaseStartedId);
    if (ended !== undefined) ended.ended = true;
  }

  attempts(): CucumberAttempts {
    const scenarios = catalogueOf(this.#features);
    const attempts = new Map<string, (readonly string[])[]>();
    for (const { testCaseId, words, ended } of this.#started.values()) {
      const known = this.#cases.get(testCaseId);
      if (!ended || known === undefined) continue;
      const steps = known.steps.map((id) => words.get(id) ?? 'skipped');
      if (steps.every((word) => word === 'skipped')) continue;
      const id = scenarios.get(known.pickleId)?.id ?? `test case ${testCaseId}`;
      attempts.set(id, [...(attempts.get(id) ?? []), steps]);
    }
    return attempts;
  }
}
