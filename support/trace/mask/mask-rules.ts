import type { SensitiveKind } from './sensitive-kind.js';

/** When a member rule applies besides its name. */
export type MemberCondition = 'always' | 'one-time-code' | 'more-than-four-digits';

/** Masks members by name, at any depth of a body, and query parameters. Names are compared without case and `_`/`-`. */
export interface MemberRule {
  readonly id: string;
  readonly names: readonly string[];
  readonly kind: SensitiveKind;
  readonly when: MemberCondition;
  /** `value` masks all of it; `link` keeps the origin of a URL. */
  readonly part: 'value' | 'link';
  /** Values of this form are also masked behind the name in free text (`cvv: 123`); null for none. */
  readonly inText: RegExp | null;
}

/** Short digit strings: card numbers, codes and PINs behind their names. */
export const digits = /\d{3,19}/;
// The digit is looked for close by: without a bound, a hostile text would be searched for minutes.
const credential = /(?=\S{0,200}\d)[^\s"'\\,;&}\])]{8,}/;

function rule(
  id: string,
  kind: SensitiveKind,
  names: readonly string[],
  inText: RegExp | null = null,
  more: Partial<Pick<MemberRule, 'when' | 'part'>> = {},
): MemberRule {
  return { id, kind, names, inText, when: 'always', part: 'value', ...more };
}

/** Masks a value as a card number, whatever its member is called. */
export function cardNumberRule(id: string): MemberRule {
  return rule(id, 'pan', []);
}

/** The member rules; the first that applies wins. */
export const memberRules: readonly MemberRule[] = [
  rule('card-number', 'pan', ['cardNumber', 'pan', 'primaryAccountNumber'], digits),
  rule('masked-card-number', 'pan', ['maskedCardNumber', 'maskedPan'], null, { when: 'more-than-four-digits' }),
  rule('card-expiry', 'expiry', [
    ...['expMonth', 'expYear', 'expiry', 'expiryDate', 'expirationDate'],
    ...['expiryMonth', 'expiryYear', 'expirationMonth', 'expirationYear'],
  ]),
  rule(
    'card-verification',
    'cvv',
    ['cvv', 'cvv2', 'cvc', 'cvc2', 'csc', 'cvn', 'cvvCode', 'cardCvv', 'securityCode'],
    digits,
  ),
  rule('pin', 'pin', ['pin', 'newPin', 'currentPin', 'oldPin', 'pinCode', 'cardPin', 'pinBlock'], digits),
  rule('track', 'track', ['track1', 'track2', 'trackData'], credential),
  rule(
    'one-time-code',
    'otp',
    [...['otp', 'otpCode', 'smsCode', 'passcode', 'oneTimeCode', 'oneTimePassword', 'verificationCode']],
    digits,
  ),
  rule('one-time-code', 'otp', ['code'], null, { when: 'one-time-code' }),
  rule('api-key', 'api-key', ['apiKey', 'xApiKey', 'authorization', 'secretKey', 'accessKey'], credential),
  rule('private-key', 'private-key', ['privateKey', 'signingKey'], credential),
  rule(
    'password',
    'password',
    ['password', 'passphrase', 'secret', 'webhookSecret', 'clientSecret', 'signingSecret'],
    credential,
  ),
  rule(
    'token',
    'token',
    ['token', 'accessToken', 'refreshToken', 'sessionToken', 'sumsubToken', 'listenerToken'],
    credential,
  ),
  rule('kyc-link', 'link', ['applicationLink', 'kycUrl', 'kycLink', 'verificationUrl', 'url', 'link'], null, {
    part: 'link',
  }),
  rule('webhook-url', 'link', ['webhookUrl'], null, { part: 'link' }),
  rule('personal-name', 'name', [
    ...['firstName', 'middleName', 'lastName', 'fullName', 'cardHolderFirstName', 'cardHolderLastName'],
    ...['nameOnCard', 'senderAccountName', 'accountName'],
  ]),
  rule('e-mail', 'email', ['emailAdr', 'email', 'emailAddress']),
  rule('phone', 'phone', ['cellNum', 'phoneNum', 'phone', 'phoneNumber']),
  rule('address', 'address', ['adrLine1', 'adrLine2', 'adrLine3', 'street', 'city', 'zipCode', 'postalCode']),
  rule('birth', 'birth', ['dob', 'dateOfBirth']),
  rule('bank-account', 'bank-account', ['senderAccountNumber', 'senderRoutingNumber', 'accountNumber', 'iban']),
  rule('identity-document', 'document', ['documentNumber', 'idNumber', 'ssn', 'taxId']),
];

/** Masks the path segment that follows the named ones. Source: docs/guide-3ds-otp-setup. */
export interface PathRule {
  readonly id: string;
  /** The last segments before the masked one. */
  readonly after: readonly string[];
  /** Segments that are part of a route, not a value. */
  readonly except: readonly string[];
  readonly kind: SensitiveKind;
}

/** The path rules; the first that applies wins. */
export const pathRules: readonly PathRule[] = [
  { id: 'listener-token', after: ['otp', 'listeners'], except: [], kind: 'token' },
  { id: 'listener-token', after: ['otp'], except: ['listeners'], kind: 'token' },
];
