import { createJudge } from '../../contract/judge.js';
import { openPack } from '../../evidence/verify/open-pack.js';
import type { DerivedRun } from '../../views/derived-run.js';
import type { PreparedRun } from '../../runner/prepare-run.js';
import { faultRunOf, type FaultRun } from '../behaviour/fault-run.js';
import { readControlRun } from '../wire/control-run.js';
import { chooseErrands, type SampleSize } from '../wire/sent/choose-errands.js';
import type { WireErrand } from '../wire/sent/wire-errand.js';
import { tryWireMutants } from '../wire/try-wire-mutants.js';
import type { WireTrial } from '../wire/wire-mutant.js';

/** A mutant to be sent, with the rows of the scenario that meets it. */
export interface DrawnErrand {
  readonly errand: WireErrand;
  readonly rows: readonly string[];
}

/** A run of the whole matrix without a fault, and what judging the mutants of its answers came to. */
export interface JudgedRun {
  readonly control: FaultRun;
  /** Every mutant; none when the control run is not clean. */
  readonly trials: readonly WireTrial[];
  readonly errands: readonly DrawnErrand[];
}

/** Judges every mutant of the answers in a run's folder, and draws those that are to be sent. */
export async function judgedRun(
  run: DerivedRun,
  folder: string,
  { prepared, sample }: { readonly prepared: Pick<PreparedRun, 'judged' | 'plan'>; readonly sample: SampleSize },
): Promise<JudgedRun> {
  const { contract, validators } = prepared.judged;
  const control = await readControlRun(await openPack(folder));
  const rows = new Map(prepared.plan.catalogue.map(({ id, requirements }) => [id, requirements]));
  return {
    control: faultRunOf(run),
    trials: [...tryWireMutants({ contract, judge: createJudge(contract, validators), control })],
    errands: chooseErrands(contract, control, sample).map((errand) => ({
      errand,
      rows: rows.get(errand.scenario) ?? [],
    })),
  };
}
