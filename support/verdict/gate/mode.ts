import type { EnvironmentName } from '../../config/environment-name.js';
import type { TargetClass } from '../../target/target.js';
import type { GateInput } from '../gate-input.js';

const environmentReason: Readonly<Record<EnvironmentName, string | null>> = {
  emulator: 'practice: the run is one on the emulator (AXYS_ENV)',
  staging: null,
  production: 'a production check is no certification: it runs TM-72 and TM-73 only',
};

const classReason: Readonly<Record<TargetClass, string | null>> = {
  emulator: 'practice: the target is an emulator of this harness, whatever its name',
  loopback: 'practice: the target is on this machine (a loopback address), whatever its name',
  real: null,
};

/** Everything that keeps a run from being a certification, as lines; empty for one that could be certifiable. */
export function practiceReasons({ environment, targetClass, adHocKey, partial }: GateInput): string[] {
  return [
    environmentReason[environment],
    classReason[targetClass],
    adHocKey ? 'practice: signed with a key made for this run (no AXYS_SIGNING_KEY_PATH)' : null,
    partial ? 'partial: flags selected a part of the matrix' : null,
  ].filter((reason) => reason !== null);
}

/** Words about the target that this build does not know, as lines: what they mean for the decision is unknown. */
export function unknownWords({ environment, targetClass }: GateInput): string[] {
  return [
    ...(Object.hasOwn(environmentReason, environment) ? [] : [`unknown environment "${environment}"`]),
    ...(Object.hasOwn(classReason, targetClass) ? [] : [`unknown class of target "${targetClass}"`]),
  ];
}
