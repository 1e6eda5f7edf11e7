import { asText } from '../answer.js';
import { listArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

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
