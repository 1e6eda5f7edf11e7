import { asText, at } from '../answer.js';
import { listArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { settingRoles } from '../setting-roles.js';

/**
 * The deprecated operations, also where a contract does not mark them. Source: docs/versioning-and-changelog,
 * docs/funding-and-deposits.
 */
const deprecatedByTheVendor = ['registerWalletAddress', 'notifyCardBlockchainDeposit', 'notifyWalletBlockchainDeposit'];

/**
 * None of the deprecated operations (those of the vendor and argument `deprecated`) is among those the scenarios may call
 * (argument `planned`) or among those called so far (argument `sent`).
 */
export const noDeprecatedCall: Evaluate = (evidence) => {
  const expected = 'no deprecated operation planned or called';
  const words = (name: string) => listArgument(evidence, name).map(asText);
  const deprecated = new Set([...deprecatedByTheVendor, ...words('deprecated')]);
  const [planned, sent] = [words('planned'), words('sent')];
  if (planned.length === 0) return undetermined(expected, 'no plan to look at');
  const used = [...new Set([...planned, ...sent])].filter((operation) => deprecated.has(operation));
  const looked = `${String(planned.length)} operations planned, ${String(sent.length)} called so far, none deprecated`;
  return verdictOf(used.length === 0, expected, used.length === 0 ? looked : used.join(', '));
};

/**
 * Between this run and production (argument `relations`, one word a setting; argument `environment`, production's word)
 * only address, environment word and credentials differ. Every setting must have been compared.
 */
export const onlyCredentialsDiffer: Evaluate = (evidence) => {
  const expected = 'only environment, address and credentials differ from production';
  const relations = evidence.arguments['relations'];
  const environment = textArgument(evidence, 'environment');
  if (environment !== 'production') return verdictOf(false, expected, `AXYS_ENV of production is ${environment}`);
  const strange = Object.entries(settingRoles).flatMap(([setting, role]) => {
    const relation = asText(at(relations, `/${setting}`));
    const fits = role.allowed.some((allowed) => allowed === relation);
    return fits ? [] : [`${setting}: expected ${role.expected}, received ${relation || 'no comparison'}`];
  });
  const missing = Object.keys(settingRoles).filter((setting) => at(relations, `/${setting}`) === 'only this run');
  const later = missing.length === 0 ? '' : `; not set in production yet: ${missing.join(', ')}`;
  return verdictOf(strange.length === 0, expected, strange.length === 0 ? `${expected}${later}` : strange.join('; '));
};

/** No credential of this run is one of production's, under whatever name (argument `shared`). */
export const noCredentialShared: Evaluate = (evidence) => {
  const expected = 'no credential in both environments';
  const shared = listArgument(evidence, 'shared').map(asText);
  return verdictOf(shared.length === 0, expected, shared.length === 0 ? expected : shared.join('; '));
};
