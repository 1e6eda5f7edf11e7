import { labelsIn } from '../../trace/mask/label.js';
import {
  asText,
  at,
  inWords,
  isAccepted,
  isRefused,
  isSameText,
  member,
  numberMember,
  requested,
  textMember,
} from './answer.js';
import { documented, inferred, settling } from './define.js';
import { inReading, last, numberArgument, undetermined, verdictOf, type Evaluate } from './evaluate.js';
import { accepted, acceptedOrRefused, refused } from './evaluators/answers.js';
import { carries, reads, readsAsOneOf } from './evaluators/members.js';
import { coversDefaultChains, sameAddresses } from './evaluators/addresses.js';
import { onlyIssuedListed } from './evaluators/issued-cards.js';
import { restKept, settingsKept } from './evaluators/card-settings.js';
import { inARow } from './in-a-row.js';
import { issuerCardStatus } from './status-words.js';

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
  if (!isAccepted(issued))
    return inReading(acceptedOrRefused({ exchanges: [issued], arguments: {} }), 'E-09', 'required');
  const slot = read === undefined ? undefined : numberMember(read, 'cardType');
  const words = slot === undefined ? 'issued; the slot is not shown on reads' : `issued on slot ${String(slot)}`;
  return inReading(verdictOf((slot ?? 0) === 0, expected, words), 'E-09', 'default-slot');
};

/**
 * The first exchange asked for too much (issue, update or a new cardholder); whether it is refused or cut is not
 * documented. Where it was accepted, or the object existed before, the read behind it shows what is in force.
 */
const limitWithin: Evaluate = (evidence) => {
  const ceiling = numberArgument(evidence, 'ceiling');
  const expected = `a limit of at most ${String(ceiling)} minor units in force`;
  const [attempt, read] = evidence.exchanges;
  if (attempt === undefined || !(isAccepted(attempt) || isRefused(attempt)))
    return undetermined(expected, inWords(attempt));
  const asked = at(requested(attempt), '/transactionLimit');
  if (typeof asked !== 'number' || asked <= ceiling)
    return undetermined(expected, 'no limit above the parent asked for');
  if (read === undefined)
    return isRefused(attempt)
      ? verdictOf(true, expected, `refused: ${inWords(attempt)}`)
      : undetermined(expected, 'accepted, and not read back');
  if (!isAccepted(read)) return undetermined(expected, inWords(read));
  const limit = numberMember(read, 'transactionLimit');
  // A card without a limit of its own inherits one, and nothing says that it shows it.
  if (limit === undefined && isRefused(attempt)) return verdictOf(true, expected, 'refused, no limit of its own shown');
  if (limit === undefined) return undetermined(expected, 'no limit shown');
  return verdictOf(
    limit <= ceiling,
    expected,
    `${isRefused(attempt) ? 'refused' : 'accepted'}, limit ${String(limit)}`,
  );
};

/** The attempt was refused, and every read behind it shows a card that is not Not Activated (4). */
const staysActivated: Evaluate = ({ exchanges }) => {
  const [attempt, ...reads] = exchanges;
  const expected = 'a refusal, and never again issuerCardStatus 4 (Not Activated)';
  if (attempt === undefined || !(isAccepted(attempt) || isRefused(attempt)) || reads.length === 0)
    return undetermined(expected, inWords(attempt));
  const statuses = reads.map((read) => numberMember(read, 'issuerCardStatus'));
  if (statuses.includes(undefined)) return undetermined(expected, 'no status read');
  const back = statuses.includes(issuerCardStatus['Not Activated']);
  return verdictOf(isRefused(attempt) && !back, expected, `${inWords(attempt)}, then ${inARow(statuses)}`);
};

/** A call set a PIN, and the same PIN was then taken as the current one: a PIN change with it was accepted. */
const pinHolds: Evaluate = ({ exchanges }) => {
  const [set, changed] = exchanges;
  const expected = 'a PIN change that names the PIN set before as the current one is accepted';
  if (set === undefined || changed === undefined || !isAccepted(set)) return undetermined(expected, inWords(set));
  const pin = asText(at(requested(set), '/newPin'));
  if (pin === '' || pin !== asText(at(requested(changed), '/currentPin')))
    return undetermined(expected, 'not the PIN set before');
  return accepted({ exchanges: [changed], arguments: {} });
};

/** Every member the accepted update sent reads back with its value, as far as the card shows it; the limit must be shown. */
const updateReadsBack: Evaluate = ({ exchanges }) => {
  const [update, read] = [exchanges[0], exchanges.at(-1)];
  const expected = 'alias and limit as they were sent';
  if (update === undefined || read === undefined || exchanges.length < 2)
    return undetermined(expected, 'no read behind');
  if (!isAccepted(update) || !isAccepted(read)) return undetermined(expected, inWords(read));
  const sent = { alias: at(requested(update), '/alias'), limit: at(requested(update), '/transactionLimit') };
  const seen = { alias: textMember(read, 'alias'), limit: numberMember(read, 'transactionLimit') };
  if (sent.alias === undefined || sent.limit === undefined || seen.limit === undefined)
    return undetermined(expected, 'no alias or no limit to compare');
  const wrong = [
    isSameText(seen.alias, sent.alias) ? '' : 'alias',
    seen.limit === sent.limit ? '' : 'transactionLimit',
  ];
  const words = wrong.filter((name) => name !== '').join(', ');
  return verdictOf(words === '', expected, words === '' ? expected : `differs: ${words}`);
};

/** The masked view shows no more than the last four digits. */
const lastFourOnly: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const expected = 'a card number with at most its last four digits';
  if (exchange === undefined || !isAccepted(exchange)) return undetermined(expected, inWords(exchange));
  const shown = textMember(exchange, 'maskedCardNumber');
  if (shown === undefined) return undetermined(expected, 'no masked card number');
  // More than four digits are masked in the evidence, so that a label and what it stands for have to read alike.
  const tooMany = labelsIn(shown).length > 0 || shown.replaceAll(/\D/g, '').length > 4;
  const full = (member(exchange, 'cardNumber', 'string') ?? member(exchange, 'cardNumber', 'number')) !== undefined;
  const words = tooMany ? 'more than four digits shown' : 'four digits shown at most';
  return verdictOf(!tooMany && !full, expected, full ? 'a full number beside it' : words);
};

/**
 * No call of the whole scenario asked for state 3: closing is for people. The calls must hold the ticket that asks them,
 * with the card's number (argument `cardId`) in its words.
 */
const neverClosed: Evaluate = (evidence) => {
  const cardId = String(numberArgument(evidence, 'cardId'));
  const expected = 'a ticket that names the card, and no call that closes it';
  const tickets = evidence.exchanges.filter(({ operationId }) => operationId === 'createSupportTicket');
  if (tickets.length === 0) return undetermined(expected, 'no ticket');
  const named = tickets.some((ticket) => asText(at(requested(ticket), '/message')).includes(cardId));
  const attempts = evidence.exchanges.filter((exchange) => at(requested(exchange), '/newStatus') === 3).length;
  const words = `${named ? 'named' : 'not named'} in the ticket, ${String(attempts)} closing call(s)`;
  return verdictOf(named && attempts === 0, expected, words);
};

/** Checks on issuing, activating, changing and reading cards. */
export const cardChecks = {
  'virtual-card-numbered': documented('A virtual card gets a cardId', matrix, carries('/cardId')),
  'virtual-card-has-addresses': documented('Issuance returns deposit addresses', matrix, carries('/cryptoAddresses')),
  'virtual-card-active-at-once': settling(
    ['C-05'],
    documented(
      'A virtual card is Active at once, or waits for activation as one page says',
      matrix,
      readsAsOneOf('issuerCardStatus', 'C-05', [
        { value: 1, word: 'Active', reading: 'active', unusual: false },
        { value: 4, word: 'Not Activated', reading: 'not-activated', unusual: true },
      ]),
    ),
  ),
  'physical-card-numbered': documented('A physical card gets a cardId', matrix, carries('/cardId')),
  'physical-card-not-activated': documented(
    'A physical card waits for activation',
    concept,
    reads('issuerCardStatus', 4, 'Not Activated'),
  ),
  'unapproved-slot-refused': documented('A design slot not approved issues no card', designs, refused),
  'unknown-slot-refused': documented('A Program has six design slots', designs, refused),
  'virtual-card-unaffected-by-slots': documented('Design slots leave virtual cards alone', designs, accepted),
  'omitted-slot-resolves-to-default': settling(['E-09'], documented('No slot means slot 0', designs, defaultSlot)),
  'addresses-same-on-read': documented('Issuance and read show the same addresses', funding, sameAddresses),
  'addresses-cover-default-chains': documented('EVM, Bitcoin and Solana are covered', funding, coversDefaultChains),
  'activation-accepted': documented('The right card data activates the card', activation, accepted),
  'active-after-activation': documented(
    'Activation makes it Active',
    activation,
    reads('issuerCardStatus', 1, 'Active'),
  ),
  'activation-irreversible': documented(
    'No way back to Not Activated',
    'reference/put_cards-cardid-activate',
    staysActivated,
  ),
  'first-pin-set-by-activation': documented('Activation sets the first PIN', activation, pinHolds),
  'wrong-card-data-refused': inferred(
    'A card is activated by whoever holds it',
    'reference/put_cards-cardid-activate',
    refused,
  ),
  'security-code-required': documented('Activation takes the security code', activation, refused),
  'not-activated-by-wrong-data': inferred(
    'Wrong data leaves a card Not Activated',
    'reference/put_cards-cardid-activate',
    reads('issuerCardStatus', 4, 'Not Activated'),
  ),
  'on-hold-after-block': documented('A blocked card is On Hold', lifecycle, reads('issuerCardStatus', 2, 'On Hold')),
  'other-card-left-alone': documented(
    'Blocking a card blocks no other',
    lifecycle,
    reads('issuerCardStatus', 1, 'Active'),
  ),
  'active-after-unblock': documented('An unblocked card is Active', lifecycle, reads('issuerCardStatus', 1, 'Active')),
  'illegal-status-change-refused': documented('Only 1 and 2 change into each other', lifecycle, refused),
  'card-status-unchanged': documented('A refused change changes nothing', lifecycle, cardStatusUnchanged),
  'card-update-accepted': documented('A card can be updated in any state', lifecycle, accepted),
  'card-update-reads-back': documented('Alias and limit read back', lifecycle, updateReadsBack),
  'settings-kept-while-blocked': documented('Blocking leaves alias and limit alone', lifecycle, settingsKept),
  'update-keeps-the-rest': documented(
    'An update changes what it names alone',
    'reference/put_cards-cardid-update',
    restKept,
  ),
  'card-update-bounds-enforced': documented(
    'Contact details keep to their lengths',
    'reference/put_cards-cardid-update',
    refused,
  ),
  'name-on-card-bounds-enforced': documented(
    'A name on a card has at most 26 characters',
    'docs/guide-issue-a-virtual-card',
    refused,
  ),
  'excess-limit-never-in-force': documented('No limit above the parent is in force', designs, limitWithin),
  'only-issued-cards-listed': documented('A request refused for its limit leaves no card', designs, onlyIssuedListed),
  'wrong-pin-refused': inferred('A PIN is changed by whoever knows it', 'reference/put_cards-cardid-pin', refused),
  'pin-length-enforced': documented('A PIN has four digits', 'reference/put_cards-cardid-pin', refused),
  'current-pin-required': documented(
    'No PIN is changed without the current one',
    'reference/put_cards-cardid-pin',
    refused,
  ),
  'pin-change-accepted': documented('A PIN can be changed', 'reference/put_cards-cardid-pin', accepted),
  'changed-pin-in-force': documented('A changed PIN is in force', 'reference/put_cards-cardid-pin', pinHolds),
  'closing-ticket-raised': documented('Closing goes through a ticket', lifecycle, accepted),
  'closing-left-to-people': documented('No call closes a card', lifecycle, neverClosed),
  'masked-read-hides-number': documented(
    'Reads show the last four digits',
    'reference/put_cards-cardid-pin',
    lastFourOnly,
  ),
  'details-read-answered': inferred('The details view answers', 'docs/guide-issue-a-virtual-card', accepted),
};
