import type { TargetClass } from '../../target/target.js';
import type { GateInput } from '../../verdict/gate-input.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { isSelfScenario } from '../../verdict/self-scenario.js';
import type { RunFacts } from '../run-facts.js';
import type { Origin, ShownClass } from './origin.js';

/**
 * What a target may show that is called so. Practice may show more than it claims: an emulator behind somebody's own
 * certificate looks like any other machine. Nothing may claim more than it shows.
 */
const admitted: Readonly<Record<TargetClass, ReadonlySet<ShownClass>>> = {
  emulator: new Set<ShownClass>(['emulator', 'real', 'unproven']),
  loopback: new Set<ShownClass>(['loopback', 'emulator', 'real', 'unproven']),
  real: new Set<ShownClass>(['real', 'unproven']),
};

/** Holds what a run says about its target against what its connections show; the gate takes the answer. */
export function claimAgainstOrigin(
  { target }: Pick<RunFacts, 'target'>,
  origin: Origin,
  results: readonly Pick<ScenarioResult, 'id' | 'tags'>[],
  baseUrls: readonly string[] = [target.baseUrl],
): GateInput['origin'] {
  const { shown, why } = origin;
  return {
    contradictions: [
      ...(isAdmitted(target.class, shown) ? [] : [`the target is called ${target.class}, and ${why}: ${shown}`]),
      ...foreignHosts(baseUrls, origin),
      ...besideTheTarget(origin, results),
      ...origin.contradictions,
    ],
    unproven: shown === 'unproven' ? [why] : [],
  };
}

function isAdmitted(claimed: string, shown: ShownClass): boolean {
  // A word this build does not know admits nothing.
  return Object.hasOwn(admitted, claimed) && admitted[claimed as TargetClass].has(shown);
}

function foreignHosts(baseUrls: readonly string[], { hosts }: Origin): string[] {
  const named = new Set(baseUrls.map(placeOf));
  const targets = baseUrls.join(' or ');
  return hosts
    .filter(({ host, port: called }) => !named.has(`${host} ${called}`))
    .map(({ host, port: called }) => `the target is ${targets}, and calls of it went to ${host} port ${called}`);
}

/** Host and port, as connections name them. */
function placeOf(baseUrl: string): string {
  const { hostname, port } = new URL(baseUrl);
  return `${hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()} ${port === '' ? '443' : port}`;
}

/** Only scenarios that prove the harness itself may call another server without saying so in each exchange. */
function besideTheTarget({ beside }: Origin, results: readonly Pick<ScenarioResult, 'id' | 'tags'>[]): string[] {
  const self = new Set(results.filter(isSelfScenario).map(({ id }) => id));
  return beside
    .filter((scenario) => !self.has(scenario))
    .map((scenario) => `calls of ${scenario || 'no scenario'} went to a server of the harness instead of the target`);
}
