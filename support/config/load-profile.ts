import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { CodedError, errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { attestationProblem } from './attestation-problem.js';
import type { Clock } from './clock.js';
import { isLoopbackHost, normalisedHost } from './hosts.js';
import { nearest } from './nearest.js';
import { packageRoot } from './package-root.js';
import { parseJson } from './parse-json.js';
import { mergeProfile, type ProfileInput } from './profile-input.js';
import type { Profile } from './profile.js';
import { readProblem } from './read-problem.js';
import { readText } from './read-text.js';
import { shownValue } from './shown-value.js';

const configError = errorsOf(configMessages, 'configuration');
const schemaPath = 'schemas/evidence/program-profile.schema.json';

/** Reads a program profile, checks it against its schema and the clock, and lays it over `base`. Any doubt is exit 78. */
export async function loadProfile(file: string, base: Profile, clock: Clock): Promise<Profile> {
  const written = await readProfile(file);
  const profile = mergeProfile(base, written);
  checkTogether(profile, file);
  const early = attestationProblem(profile.attestations, clock.now());
  if (early !== null) throw configError('CFG-303', { file, ...early });
  return profile;
}

/** What no run would have been started with in a profile that a pack holds, as a sentence of {@link loadProfile}; null when nothing. */
export async function profileProblem(profile: unknown, file: string): Promise<string | null> {
  const validate = await profileValidator();
  try {
    if (!validate(profile)) throw firstProblem(validate.errors ?? [], file);
    // A pack holds the merged profile, which the schema of what people write does not know.
    checkTogether(profile as Profile, file);
    return null;
  } catch (error) {
    if (error instanceof CodedError) return error.message;
    throw error;
  }
}

async function readProfile(file: string): Promise<ProfileInput> {
  let content: unknown;
  try {
    content = parseJson(await textOf(file));
  } catch (error) {
    if (error instanceof CodedError || !(error instanceof Error)) throw error;
    throw configError('CFG-301', { file, problem: error.message }, error);
  }
  const validate = await profileValidator();
  if (validate(content)) return content;
  throw firstProblem(validate.errors ?? [], file);
}

async function textOf(file: string): Promise<string> {
  return readText(file).catch((error: unknown) => {
    throw configError('CFG-301', { file, problem: readProblem(error) }, error);
  });
}

async function profileValidator(): Promise<ValidateFunction<ProfileInput>> {
  const schema: unknown = JSON.parse(await readFile(join(packageRoot(), schemaPath), 'utf8'));
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: formatsPlugin } = await import('ajv-formats');
  const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true, allowUnionTypes: true });
  formatsPlugin.default(ajv);
  return ajv.compile<ProfileInput>(schema as object);
}

/** The problem worth saying first: an unknown member explains more than what follows from it. */
function firstProblem(errors: readonly ErrorObject[], file: string): Error {
  const unknown = errors.find((error) => error.keyword === 'additionalProperties');
  const error = unknown ?? errors[0];
  if (error === undefined) throw new Error('a profile was refused without a reason');
  if (error.keyword !== 'additionalProperties') {
    const pointer = error.instancePath || '/';
    return configError('CFG-303', {
      file,
      pointer,
      problem: problemOf(error),
      accepted: accepted(error),
    });
  }
  const member = String(error.params['additionalProperty']);
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
  const guess = nearest(member, known);
  const properties = (error.parentSchema?.['properties'] ?? {}) as Record<string, { description?: string }>;
  return configError('CFG-302', {
    file,
    pointer: `${error.instancePath}/${member}`,
    nearest: guess,
    accepted: properties[guess]?.description ?? known.join(', '),
  });
}

/** ajv's sentence, and what came; a missing member is no value of its own. */
function problemOf({ keyword, message = keyword, data, instancePath }: ErrorObject): string {
  const received = keyword === 'required' ? null : shownValue(data, instancePath);
  return received === null ? message : `${message}, received ${received}`;
}

function accepted(error: ErrorObject): string {
  const description: unknown = error.parentSchema?.['description'];
  return typeof description === 'string' ? description : (error.message ?? error.keyword);
}

/** Rules over several members, which the schema cannot say. */
function checkTogether(profile: Profile, file: string): void {
  const bad = (pointer: string, problem: string, form: string) =>
    configError('CFG-303', { file, pointer, problem, accepted: form });
  const { timing, webhookUrl, webhookListen, approvedSlots, unapprovedSlot } = profile;
  if (timing.pollMaxMs < timing.pollInitialMs) {
    throw bad('/timing/pollMaxMs', 'it is below pollInitialMs', 'pollInitialMs or more');
  }
  if (unapprovedSlot !== null && approvedSlots.includes(unapprovedSlot)) {
    throw bad('/unapprovedSlot', 'the same slot is in approvedSlots', 'a slot that is not approved, or null');
  }
  if (webhookListen !== null && Number(/\d+$/.exec(webhookListen)?.[0]) > 65_535) {
    throw bad('/webhookListen', 'there is no such port', 'host:port, the port 0 to 65535');
  }
  if (webhookUrl === null) return;
  const url = new URL(webhookUrl);
  const loopback = isLoopbackHost(normalisedHost(url));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw bad('/webhookUrl', 'it is neither https nor loopback http', 'an https URL, a loopback http URL, or null');
  }
  if (!loopback && webhookListen === null) {
    throw bad('/webhookListen', 'a public webhookUrl needs an address to bind', 'host:port, such as 0.0.0.0:8080');
  }
}
