import { builtInProfile } from './built-in-profile.js';
import type { Configuration } from './configuration.js';
import type { EnvironmentName } from './environment-name.js';
import { isLoopbackHost, normalisedHost } from './hosts.js';
import type { Profile, Timing } from './profile.js';

/** Deadlines of a real platform, where reviews and settlements take hours. */
const patientTiming: Timing = {
  kycSeconds: 7200,
  depositSeconds: 3600,
  otpSeconds: 900,
  pollInitialMs: 500,
  pollMaxMs: 30_000,
};

/** Deadlines and pace for the embedded emulator, whose time runs ahead whenever the harness waits. */
const embeddedTiming: Timing = {
  kycSeconds: 0.5,
  depositSeconds: 20,
  otpSeconds: 20,
  pollInitialMs: 10,
  pollMaxMs: 15,
};

/**
 * The profile that a written one is laid over. The emulator has its own; elsewhere the deadlines are a real
 * platform's, and a target that is not on this machine cannot call a loopback webhook, so there is none.
 */
export function defaultProfile(environment: EnvironmentName, baseUrl: URL | null): Profile {
  const builtIn = builtInProfile();
  if (environment === 'emulator') return baseUrl === null ? { ...builtIn, timing: embeddedTiming } : builtIn;
  const near = baseUrl !== null && isLoopbackHost(normalisedHost(baseUrl));
  return { ...builtIn, timing: patientTiming, webhookUrl: near ? builtIn.webhookUrl : null };
}

/**
 * The profile a configuration starts from. An emulator in a container that has no back channel is told of no idle time, and
 * reaches no webhook of this machine: it gets the pace of one that runs somewhere else, and no webhook.
 */
export function baseProfile({
  environment,
  baseUrl,
  container,
}: Pick<Configuration, 'environment' | 'baseUrl' | 'container'>): Profile {
  if (container !== null && container.settings.backChannel === null) return { ...builtInProfile(), webhookUrl: null };
  return defaultProfile(environment, baseUrl);
}
