import type { EnvironmentInfo } from 'allure-js-commons/sdk';
import type { DecidedRun } from '../../evidence/decided-run.js';

/** What Allure's environment panel shows. No secret and no path of this machine is in it. */
export function allureEnvironment({ facts, gate }: DecidedRun): EnvironmentInfo {
  return {
    Run: facts.runId,
    Decision: `${gate.decision} (exit ${gate.exitCode})`,
    Why: gate.why.replace(/\s+/g, ' '),
    Target: `${facts.target.environment} (${facts.target.class}) ${facts.target.baseUrl}`,
    Program: facts.program,
    Contract: `${facts.contract.version} sha256 ${facts.contract.sha256}`,
    Harness: facts.harnessVersion,
  };
}
