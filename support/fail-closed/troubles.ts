import type { Clock } from '../config/clock.js';
import type { JudgeRule } from '../contract/rules/judge-rule.js';
import { judgeRules } from '../contract/rules/index.js';
import { harnessParts, type HarnessParts } from '../runner/harness-parts.js';
import type { OpenAppendFile } from '../trace/append-file.js';
import { recorderFiles } from '../trace/recorder-files.js';
import { allChecks } from '../verdict/checks/all-checks.js';
import type { CheckFinding } from '../verdict/check.js';
import { depositChecks } from '../verdict/checks/deposit-checks.js';

/** A trouble that has begun. */
export interface BegunTrouble {
  /** What the run has of its machine. */
  readonly parts: HarnessParts;
  /** Takes back what could not be handed in. */
  end(): void;
}

/** The check that proves TM-40, the row the battery runs. */
const provingCheck = 'bank-registration-numbered';

function having(parts: Partial<HarnessParts>, end: () => void = () => undefined): BegunTrouble {
  return { parts: { ...harnessParts, ...parts }, end };
}

/** Everything that can go wrong in the harness or its machine during one run, by the words of the features. */
export const troubles = {
  'nothing goes wrong': () => having({}),
  'the disk is full': () => having({ openFile: fullDisk }),
  'the clock jumps': () => having({ wallTime: jumpingClock() }),
  'every wait is shortened': () => having({ clock: hastyClock }),
  'a rule of the judge throws': () => having({}, plantRule()),
  'a check answers with a word nobody knows': () => having({}, strangeWord()),
} as const satisfies Readonly<Record<string, () => BegunTrouble>>;

/** Name of a trouble. */
export type TroubleName = keyof typeof troubles;

/** Waits at most a tenth of a second, so that a target that never answers is found out soon. */
const hastyClock: Clock = {
  now: () => harnessParts.clock.now(),
  sleep: (ms, signal) => harnessParts.clock.sleep(Math.min(ms, 100), signal),
};

const throwingRule: JudgeRule = {
  id: 'planted-rule',
  title: 'A rule that cannot be evaluated',
  part: 'response',
  check: () => {
    throw new TypeError('the rule is broken');
  },
};

function plantRule(): () => void {
  const rules = judgeRules as JudgeRule[];
  rules.push(throwingRule);
  return () => void rules.pop();
}

/** A disk that takes two exchanges and no more. */
function fullDisk(file: string): ReturnType<OpenAppendFile> {
  let taken = 0;
  return harnessParts.openFile(file).then((opened) => ({
    ...opened,
    append: async (bytes) => {
      taken += 1;
      if (file.endsWith(recorderFiles.exchanges) && taken > 2)
        throw new Error('ENOSPC: no space left on device, write');
      await opened.append(bytes);
    },
  }));
}

/** A clock that somebody sets an hour ahead after it was looked at three times. */
function jumpingClock(): () => number {
  let looks = 0;
  return () => harnessParts.wallTime() + ((looks += 1) > 3 ? 3_600_000 : 0);
}

function strangeWord(): () => void {
  const check = allChecks.get(provingCheck);
  if (check === undefined) throw new Error(`there is no check ${provingCheck}`);
  const spoken = { outcome: 'fine', expected: 'a word of the table', received: 'fine' } as unknown as CheckFinding;
  const places = [check, depositChecks[provingCheck]];
  const evaluations = places.map(({ evaluate }) => evaluate);
  for (const place of places) place.evaluate = () => spoken;
  return () => places.forEach((place, index) => (place.evaluate = evaluations[index] ?? place.evaluate));
}
