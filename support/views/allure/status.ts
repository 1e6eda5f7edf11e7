import { Status, type StatusDetails } from 'allure-js-commons';
import type { ScenarioResult, StepStatus } from '../../verdict/scenario-result.js';
import type { ScenarioVerdict } from '../../verdict/verdict.js';
import { asVerdict } from '../../verdict/verdict-order.js';
import { incidentsOf } from '../../evidence/causes.js';
import { verdictMapping, type ForeignVerdict } from '../verdict-mapping.js';
import { unreachable } from '../../messages/unreachable.js';

/** Allure shows a result without a status as unknown; it has no word for it. */
const statuses: Readonly<Record<ForeignVerdict['allure'], Status | null>> = {
  passed: Status.PASSED,
  failed: Status.FAILED,
  broken: Status.BROKEN,
  skipped: Status.SKIPPED,
  unknown: null,
};

/** Status of a scenario; null where Allure is to show it as unknown. */
export function allureStatus(verdict: ScenarioVerdict): Status | null {
  return statuses[verdictMapping[asVerdict(verdict)].allure];
}

/** Status of a step: the one that failed takes the colour of its scenario. */
export function stepStatus(status: StepStatus, verdict: ScenarioVerdict): Status {
  switch (status) {
    case 'passed':
      return Status.PASSED;
    case 'failed':
      return asVerdict(verdict) === 'fail' ? Status.FAILED : Status.BROKEN;
    case 'skipped':
    case 'pending':
      return Status.SKIPPED;
    case 'undefined':
    case 'ambiguous':
      return Status.BROKEN;
    default:
      return unreachable(status, 'step status');
  }
}

/** Our own verdict with its reason as the message; its classes and every unannounced cause as lines of the trace. */
export function statusDetails(result: ScenarioResult, classes: readonly string[]): StatusDetails {
  const lines = [...classes.map((id) => `class <${id}>`), ...incidentsOf(result).map(causeLine)];
  return {
    message: `[${asVerdict(result.verdict)}] ${result.reason}`,
    ...(lines.length === 0 ? {} : { trace: lines.join('\n') }),
  };
}

/** How a cause reads in a trace; {@link causePattern} finds it there. */
function causeLine({
  id,
  level,
  message,
}: {
  readonly id: string;
  readonly level: string;
  readonly message: string;
}): string {
  return `cause <${id}> ${level}: ${message}`;
}

/** Regular expression (Java) that matches a whole trace in which a cause occurs. */
export function causePattern(id: string): string {
  return `[\\s\\S]*cause <${id.replace(/[^A-Za-z0-9 ]/g, '\\$&')}>[\\s\\S]*`;
}

/** Regular expression (Java) that matches a whole trace in which a class of problems stands. */
export function classPattern(id: string): string {
  return `[\\s\\S]*class <${id}>[\\s\\S]*`;
}
