import { builtInProfile } from '../emulator/built-in-profile.js';
import type { EnvironmentName } from './configuration.js';
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
