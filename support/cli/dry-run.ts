import type { Configuration } from '../config/configuration.js';
import { defaultProfile } from '../config/default-profile.js';
import type { PreparedRun } from '../runner/prepare-run.js';

/** What a run would do, as far as it is known without a connection. */
export interface DryRun {
  readonly selection: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly scenarios: readonly string[] }[];
  readonly scenarios: number;
  readonly steps: number;
  /** Steps that act on the target; each makes at least one call. */
  readonly actions: number;
  /** Longest single waits, seconds, from the program profile. */
  readonly budget: { readonly kycSeconds: number; readonly depositSeconds: number; readonly otpSeconds: number };
}

/** Describes a prepared run. */
export function dryRunOf(configuration: Configuration, { plan, catalogue }: PreparedRun): DryRun {
  const profile = configuration.profile ?? defaultProfile(configuration.environment, configuration.baseUrl);
  const { kycSeconds, depositSeconds, otpSeconds } = profile.timing;
  const steps = plan.scenarios.flatMap((scenario) => scenario.steps);
  return {
    selection: plan.description,
    rows: catalogue.flatMap(({ id, title }) => {
      const scenarios = plan.scenarios.filter(({ requirements }) => requirements.includes(id)).map((one) => one.id);
      return scenarios.length === 0 ? [] : [{ id, title, scenarios }];
    }),
    scenarios: plan.scenarios.length,
    steps: steps.length,
    actions: steps.filter(({ type }) => type !== 'outcome').length,
    budget: { kycSeconds, depositSeconds, otpSeconds },
  };
}

/** The description as lines for people. */
export function renderDryRun(dry: DryRun): string {
  const { kycSeconds, depositSeconds, otpSeconds } = dry.budget;
  const lines = [
    `Dry run: ${dry.selection}; nothing was called.`,
    ...dry.rows.flatMap(({ id, title, scenarios }) => [`${id} ${title}`, ...scenarios.map((name) => `    ${name}`)]),
    `${dry.rows.length} rows, ${dry.scenarios} scenarios, ${dry.steps} steps`,
    `Calls: at least ${dry.actions} (steps that act; waiting polls on top)`,
    `Budget: a wait ends after ${kycSeconds} s (KYC), ${depositSeconds} s (deposit) or ${otpSeconds} s (OTP)`,
  ];
  return `${lines.join('\n')}\n`;
}
