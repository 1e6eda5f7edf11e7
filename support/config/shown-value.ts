import { describeValue } from '../card-data/describe-value.js';

const longestShown = 20;

/** Members whose value is never shown, however short it is; `otpSeconds` is none of them. */
const secretMember = /(?:key|secret|token|passphrase|password|pin|otp|cvv|code|url|number)$/i;

/** Letters, spaces and simple signs: no key and no number of a card is made of them alone. */
const plainText = /^[A-Za-z ./_-]*$/;

/**
 * What came in a file of the user's, for a message: short plain texts, small numbers, true, false and null are shown;
 * anything else, and any text in a member that may be secret, by type and length. `pointer` is where it stands.
 */
export function shownValue(value: unknown, pointer: string): string {
  const member = pointer.split('/').findLast((part) => !/^\d*$/.test(part)) ?? '';
  return describeValue(value, !secretMember.test(member) && isShort(value));
}

function isShort(value: unknown): boolean {
  if (typeof value === 'number') return String(value).length < 12;
  if (typeof value === 'string') return value.length <= longestShown && plainText.test(value);
  return true;
}
