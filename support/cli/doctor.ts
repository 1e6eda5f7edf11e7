import { loadConfiguration } from '../config/load-configuration.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from '../contract/load-contract.js';
import { compileValidators } from '../contract/validators.js';
import { diagnose } from '../doctor/diagnose.js';
import { diagnosisOf } from '../doctor/diagnosis.js';
import { layers } from '../doctor/layers.js';
import { shakeHands } from '../doctor/probes/handshake.js';
import { listCardholdersOnce } from '../doctor/probes/list-once.js';
import { systemNameResolver } from '../doctor/probes/name-resolver.js';
import { renderDiagnosis } from '../doctor/render-diagnosis.js';
import type { Subject } from '../doctor/subject.js';
import { harnessParts } from '../runner/harness-parts.js';
import { prepareThread } from '../target/embedded/spare-thread.js';
import { openTarget } from '../target/open-target.js';
import { runsEmbedded } from '../target/runs-embedded.js';
import { exitCode, type ExitCode } from '../messages/exit-code.js';
import type { CommandIo } from './streams.js';

/** Flags of `doctor`, parsed. */
export interface DoctorFlags {
  readonly envFile?: string;
  readonly program?: string;
  readonly allowHost?: readonly string[];
  readonly json?: boolean;
}

/**
 * The whole `doctor` command: guard and configuration (77, 78), then one layer after the other up to the first answer of
 * the target. 0 when no layer fails, 1 otherwise. Writes no file and creates nothing on the target.
 */
export async function doctor(flags: DoctorFlags, io: CommandIo): Promise<ExitCode> {
  const { clock, randomBytes } = io.parts ?? harnessParts;
  const configuration = await loadConfiguration({
    ...{ environment: io.env, flags, cwd: io.cwd, clock },
    certificates: 'readable',
  });
  if (runsEmbedded(configuration)) prepareThread(configuration);
  const { contractPath, overlayPath, contractGiven } = configuration;
  const contract = await loadContract({ contractPath, overlayPath, given: contractGiven });
  const own = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  const target = await openTarget(configuration, {
    // Time scale 1: the embedded emulator's clock can be compared with ours.
    ...{ contract: own, validators: compileValidators(own), clock, randomBytes, seed: 1, timeScale: 1 },
  });
  try {
    const subject: Subject = {
      ...{ configuration, target, clock, resolver: systemNameResolver() },
      handshake: once(() => shakeHands(target, clock)),
      listCardholders: once(() => listCardholdersOnce(target, contract, { clock, randomBytes }, io.interrupted)),
    };
    const results = await diagnose(layers, subject, io.interrupted);
    const { environment, class: kind, baseUrl } = target;
    const facts = { environment, class: kind, baseUrl: baseUrl.href };
    const diagnosis = diagnosisOf(facts, results, io.interrupted.aborted);
    io.stdout.write(flags.json === true ? `${JSON.stringify(diagnosis, null, 2)}\n` : renderDiagnosis(diagnosis));
    return diagnosis.healthy ? exitCode.ok : exitCode.rejected;
  } finally {
    await target.close();
  }
}

/** Asks once and remembers the answer. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => (answer ??= ask());
}
