import { answered, at, inWords, isAccepted, numberMember, requested, textMember } from './answer.js';
import { documented, inferred } from './define.js';
import { last, numberArgument, undetermined, verdictOf, type Evaluate } from './evaluate.js';
import { accepted, acceptedOrRefused, refused } from './evaluators/answers.js';
import { carries, reads, readsArgument } from './evaluators/members.js';
import { coversDefaultChains, sameAddresses } from './evaluators/addresses.js';

const concept = 'docs/cards-virtual-and-physical';
const lifecycle = 'docs/guide-manage-card-lifecycle';
const matrix = 'docs/sandbox-testing-guide';
const designs = 'docs/card-programs-and-designs';
const funding = 'docs/funding-and-deposits';
const activation = 'docs/guide-issue-and-activate-a-physical-card';

/** The first and the last read show the same issuerCardStatus. */
const cardStatusUnchanged: Evaluate = ({ exchanges }) => {
  const reads = exchanges.map((exchange) => numberMember(exchange, 'issuerCardStatus'));
  const [before, after] = [reads[0], reads.at(-1)];
  const expected = 'the same issuerCardStatus before and after';
  if (before === undefined || after === undefined || reads.length < 2) return undetermined(expected, 'no status read');
  return verdictOf(before === after, `issuerCardStatus ${String(before)}`, `issuerCardStatus ${String(after)}`);
};

/** Either refused as incomplete, or issued on slot 0; both are legal readings. */
const defaultSlot: Evaluate = ({ exchanges }) => {
  const [issued, read] = exchanges;
  const expected = 'design slot 0, or a refusal as incomplete';
  if (issued === undefined) return undetermined(expected, 'no call');
  if (!isAccepted(issued)) return acceptedOrRefused({ exchanges: [issued], arguments: {} });
  const slot = read === undefined ? undefined : numberMember(read, 'cardType');
  if (slot === undefined) return verdictOf(true, expected, 'issued; the slot is not shown on reads');
  return verdictOf(slot === 0, expected, `issued on slot ${String(slot)}`);
};

/** The limit read back is no more than the parent's. */
const limitWithin: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const ceiling = numberArgument(evidence, 'ceiling');
  const expected = `a limit of at most ${String(ceiling)} minor units in force`;
  if (exchange === undefined || !isAccepted(exchange)) return undetermined(expected, inWords(exchange));
  const limit = numberMember(exchange, 'transactionLimit');
  if (limit === undefined) return undetermined(expected, 'no limit shown');
  return verdictOf(limit <= ceiling, expected, `limit ${String(limit)}`);
};

/** The masked view shows no more than the last four digits. */
const lastFourOnly: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const expected = 'a card number with at most its last four digits';
  if (exchange === undefined || !isAccepted(exchange)) return undetermined(expected, inWords(exchange));
  const shown = textMember(exchange, 'maskedCardNumber');
  if (shown === undefined) return undetermined(expected, 'no masked card number');
  const digits = shown.replaceAll(/\D/g, '').length;
  const full = at(answered(exchange), '/cardNumber') !== undefined;
  return verdictOf(digits <= 4 && !full, expected, full ? 'a full number beside it' : `${String(digits)} digits shown`);
};

/** No status change asked for state 3: closing is for people. */
const neverClosed: Evaluate = ({ exchanges }) => {
  if (exchanges.length === 0) return undetermined('no call that closes the card', 'no call');
  const attempts = exchanges.filter((exchange) => at(requested(exchange), '/newStatus') === 3).length;
  return verdictOf(attempts === 0, 'no call that closes the card', `${String(attempts)} such call(s)`);
};

/** Checks on issuing, activating, changing and reading cards. */
export const cardChecks = {
  'virtual-card-numbered': documented('A virtual card gets a cardId', matrix, carries('/cardId')),
  'virtual-card-has-addresses': documented('Issuance returns deposit addresses', matrix, carries('/cryptoAddresses')),
  'virtual-card-active-at-once': documented(
    'A virtual card is Active at once',
    matrix,
    reads('issuerCardStatus', 1, 'Active'),
    ['C-05'],
  ),
  'physical-card-numbered': documented('A physical card gets a cardId', matrix, carries('/cardId')),
  'physical-card-not-activated': documented(
    'A physical card waits for activation',
    concept,
    reads('issuerCardStatus', 4, 'Not Activated'),
  ),
  'unapproved-slot-refused': documented('A design slot not approved issues no card', designs, refused),
  'virtual-card-unaffected-by-slots': documented('Design slots leave virtual cards alone', designs, accepted),
  'omitted-slot-resolves-to-default': documented('No slot means slot 0', designs, defaultSlot, ['C-09']),
  'addresses-same-on-read': documented('Issuance and read show the same addresses', funding, sameAddresses),
  'addresses-cover-default-chains': documented('EVM, Bitcoin and Solana are covered', funding, coversDefaultChains),
  'activation-accepted': documented('The right card data activates the card', activation, accepted),
  'active-after-activation': documented(
    'Activation makes it Active',
    activation,
    reads('issuerCardStatus', 1, 'Active'),
  ),
  'activation-irreversible': documented('No way back to Not Activated', 'reference/put_cards-cardid-activate', refused),
  'on-hold-after-block': documented('A blocked card is On Hold', lifecycle, reads('issuerCardStatus', 2, 'On Hold')),
  'active-after-unblock': documented('An unblocked card is Active', lifecycle, reads('issuerCardStatus', 1, 'Active')),
  'illegal-status-change-refused': documented('Only 1 and 2 change into each other', lifecycle, refused),
  'card-status-unchanged': documented('A refused change changes nothing', lifecycle, cardStatusUnchanged),
  'card-update-accepted': documented('A card can be updated in any state', lifecycle, accepted),
  'card-update-reads-back': documented('The new limit reads back', lifecycle, readsArgument),
  'excess-limit-never-in-force': documented('No limit above the parent is in force', designs, limitWithin),
  'pin-change-accepted': documented('A PIN can be changed', 'reference/put_cards-cardid-pin', accepted),
  'closing-ticket-raised': documented('Closing goes through a ticket', lifecycle, accepted),
  'closing-left-to-people': documented('No call closes a card', lifecycle, neverClosed),
  'masked-read-hides-number': documented(
    'Reads show the last four digits',
    'reference/put_cards-cardid-pin',
    lastFourOnly,
  ),
  'details-read-answered': inferred('The details view answers', 'docs/guide-issue-a-virtual-card', accepted),
};
