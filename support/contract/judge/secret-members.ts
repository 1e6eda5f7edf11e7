/** Members whose values are never shown; `operations` null means under this name everywhere. */
interface SecretMember {
  readonly member: string;
  readonly operations: readonly string[] | null;
}

const everywhere = (member: string): SecretMember => ({ member, operations: null });

/**
 * Names that carry secrets even where the contract does not describe them, and two that do so only in some operations. A masked card number is one of
 * them: where a platform shows too much of it, a finding must not repeat that.
 */
const secretMembers: readonly SecretMember[] = [
  ...['cardNumber', 'maskedCardNumber', 'maskedPan', 'pan', 'expMonth', 'expYear', 'cvv', 'cvc', 'cvv2'].map(
    everywhere,
  ),
  ...['expiry', 'expiryDate', 'expirationDate', 'expiryMonth', 'expiryYear', 'expirationMonth'].map(everywhere),
  ...['expirationYear', 'cvc2', 'csc', 'cvn', 'cvvCode', 'cardCvv', 'securityCode'].map(everywhere),
  ...['pin', 'newPin', 'currentPin', 'oldPin', 'pinCode', 'cardPin', 'pinBlock'].map(everywhere),
  ...['track1', 'track2', 'trackData', 'primaryAccountNumber'].map(everywhere),
  ...['otp', 'otpCode', 'smsCode', 'passcode', 'oneTimeCode', 'oneTimePassword', 'verificationCode'].map(everywhere),
  ...['apiKey', 'x-api-key', 'authorization', 'secretKey', 'accessKey', 'privateKey', 'signingKey'].map(everywhere),
  ...['password', 'passphrase', 'secret', 'webhookSecret', 'clientSecret', 'signingSecret'].map(everywhere),
  { member: 'code', operations: ['getOtp', 'receiveOtpCallback'] },
  { member: 'token', operations: ['subscribeOtp', 'getOtp', 'unsubscribeOtp', 'submitSumsubToken'] },
];

const byName = new Map(secretMembers.map((entry) => [entry.member.toLowerCase(), entry]));

/** True for a member whose value must not appear in a finding. Names are compared without case. */
export function isSecretMember(operationId: string | null, member: string): boolean {
  const entry = byName.get(member.toLowerCase());
  if (entry === undefined) return false;
  return entry.operations === null || (operationId !== null && entry.operations.includes(operationId));
}
