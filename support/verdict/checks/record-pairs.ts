import { exchangeFixture as made } from './exchange-fixture.js';
import {
  said,
  yes,
  no,
  accepts,
  refuses,
  status,
  card,
  reads,
  readsCard,
  carries,
  page,
  evm,
  solana,
  addresses,
  closing,
  type Pair,
} from './pair-builders.js';

const issue = { operationId: 'issueVirtualCard' };
/** Accepted updates that name the limit and the alias alone. */
const limited = said({}, { request: { transactionLimit: 5 } });
const renamed = said({}, { request: { alias: 'b' } });
/** A read of a card with alias and limit. */
const shownCard = (alias: string, transactionLimit: number) =>
  said({ alias, transactionLimit, phoneNum: '4155550100' });

/** Evidence for the checks on cardholders and cards. */
export const recordPairs: Readonly<Record<string, Pair>> = {
  'cardholder-numbered': carries({ cardholderId: 1 }),
  'draft-after-creation': reads(4, 3),
  'first-name-bounds-enforced': refuses,
  'submission-refused-once-approved': refuses,
  'hosted-link-returned': carries({ applicationLink: 'https://example.com/x' }),
  'under-review-after-submission': reads(3, 0),
  'forced-result-accepted': accepts,
  'approved-after-pass': reads(1, 2),
  'issuance-possible-once-approved': accepts,
  'declined-after-fail': reads(2, 1),
  'refresh-works-after-decline': { met: [yes], violated: [no, no], readings: { 'C-02 submit': [no, yes] } },
  'review-resumed-after-decline': {
    met: [status(2), status(3)],
    violated: [status(2), status(2)],
    readings: {
      'C-02 refresh': [said({}, { operationId: 'refreshKycUrl' }), status(3)],
      'C-02 submit': [
        said({}, { operationId: 'refreshKycUrl' }),
        status(2),
        said({}, { operationId: 'submitKyc' }),
        status(3),
      ],
    },
  },
  'approved-after-resubmission': reads(1, 2),
  'locked-edit-conflicts': { met: [no], violated: [said({}, { status: 400 })] },
  'approved-edit-refused': refuses,
  'limit-edit-answered': { met: [no], violated: [made({ status: 500 })] },
  'locked-edit-changes-nothing': {
    met: [said({ lastName: 'A', status: 3 }), said({ lastName: 'A', status: 3 })],
    violated: [said({ lastName: 'A' }), said({ lastName: 'B' })],
  },
  'contact-edit-answered': {
    met: [yes],
    violated: [said({}, { status: 302 })],
    readings: { 'C-04 members': [yes], 'C-04 whole': [no] },
  },
  'polling-ends-on-settled-status': {
    met: [status(0), status(3), status(1)],
    violated: [status(3), status(0)],
    readings: { 'C-01 zero': [status(0), status(1)], 'C-01 five': [status(5), status(3), status(1)] },
  },
  'replacement-link-differs': {
    met: [said({ applicationLink: 'a' }), said({ applicationLink: 'b' })],
    violated: [said({ applicationLink: 'a' }), said({ applicationLink: 'a' })],
  },
  'review-continues-after-refresh': reads(3, 2),
  'edit-accepted-while-editable': accepts,
  'edit-reads-back': {
    met: [said({ status: 'success' }, { request: { callingCode: '001', city: 'B' } }), said({ town: 'B' })],
    violated: [said({ status: 'success' }, { request: { callingCode: '001', city: 'B' } }), said({ city: 'A' })],
  },
  'issuance-refused-unless-approved': refuses,
  'no-card-after-refusal': { met: [page([])], violated: [page([{}])] },
  'simulation-refused-outside-review': refuses,
  'simulation-refuses-unknown-result': refuses,
  'simulation-refuses-unknown-cardholder': refuses,
  'status-unchanged-by-refused-simulation': { met: [status(4), status(4)], violated: [status(4), status(1)] },
  'hosted-submission-refused': refuses,
  'token-route-answers': { met: [yes], violated: [said({}, { status: 302 })] },
  'foreign-cardholder-hidden': {
    met: [said({ status: 'error' }, { status: 404 })],
    violated: [said({ cardholderId: 7, status: 1 })],
  },
  'virtual-card-numbered': carries({ cardId: 1 }),
  'virtual-card-has-addresses': { met: [addresses(evm)], violated: [addresses()] },
  'virtual-card-active-at-once': {
    ...readsCard(1, 2),
    readings: { 'C-05 active': [card(1)], 'C-05 not-activated': [card(4)] },
  },
  'physical-card-numbered': carries({ cardId: 1 }),
  'physical-card-not-activated': readsCard(4, 1),
  'unapproved-slot-refused': refuses,
  'virtual-card-unaffected-by-slots': accepts,
  'omitted-slot-resolves-to-default': {
    met: [yes, said({ cardType: 0 })],
    violated: [yes, said({ cardType: 3 })],
    readings: { 'E-09 default-slot': [yes, said({ cardType: 0 })], 'E-09 required': [no] },
  },
  'addresses-same-on-read': {
    met: [addresses(evm, solana), addresses(solana, evm)],
    violated: [addresses(evm), addresses(solana)],
  },
  'addresses-cover-default-chains': {
    met: [addresses(evm, 'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh', solana)],
    violated: [addresses(evm, `0x${'b'.repeat(40)}`, solana)],
  },
  'activation-accepted': accepts,
  'active-after-activation': readsCard(1, 4),
  'activation-irreversible': { met: [no, card(1)], violated: [no, card(4)] },
  'first-pin-set-by-activation': {
    met: [said({}, { request: { newPin: 4711 } }), said({}, { request: { currentPin: '4711' } })],
    violated: [said({}, { request: { newPin: 4711 } }), said({}, { request: { currentPin: '4711' }, status: 400 })],
  },
  'on-hold-after-block': readsCard(2, 1),
  'active-after-unblock': readsCard(1, 2),
  'illegal-status-change-refused': refuses,
  'card-status-unchanged': { met: [card(4), card(4)], violated: [card(4), card(1)] },
  'card-update-accepted': accepts,
  'card-update-reads-back': {
    met: [said({}, { request: { alias: 'A', transactionLimit: 9 } }), said({ alias: 'A', transactionLimit: 9 })],
    violated: [said({}, { request: { alias: 'A', transactionLimit: 9 } }), said({ alias: 'B', transactionLimit: 9 })],
  },
  'excess-limit-never-in-force': {
    met: [said({ status: 'error' }, { request: { transactionLimit: 10 } }), said({ transactionLimit: 9 })],
    violated: [said({}, { request: { transactionLimit: 10 } }), said({ transactionLimit: 10 })],
    arguments: { ceiling: 9 },
  },
  'only-issued-cards-listed': {
    met: [said({ cardId: 7 }, issue), said({}, { ...issue, status: 409 }), page([{ cardId: 7 }])],
    violated: [said({ cardId: 7 }, issue), said({}, { ...issue, status: 409 }), page([{ cardId: 7 }, { cardId: 8 }])],
  },
  'unknown-slot-refused': refuses,
  'wrong-card-data-refused': refuses,
  'security-code-required': refuses,
  'not-activated-by-wrong-data': readsCard(4, 1),
  'other-card-left-alone': readsCard(1, 2),
  'settings-kept-while-blocked': {
    met: [said({ alias: 'a', transactionLimit: 5 }), said({ alias: 'a', transactionLimit: 5 })],
    violated: [said({ alias: 'a', transactionLimit: 5 }), said({ alias: null, transactionLimit: 5 })],
  },
  'update-keeps-the-rest': {
    met: [shownCard('a', 9), limited, renamed, shownCard('b', 5)],
    violated: [shownCard('a', 9), limited, renamed, shownCard('b', 9)],
  },
  'card-update-bounds-enforced': refuses,
  'name-on-card-bounds-enforced': refuses,
  'pin-length-enforced': refuses,
  'wrong-pin-refused': refuses,
  'current-pin-required': refuses,
  'pin-change-accepted': accepts,
  'changed-pin-in-force': {
    met: [said({}, { request: { newPin: '4711' } }), said({}, { request: { currentPin: '4711' } })],
    violated: [said({}, { request: { newPin: '4711' } }), said({}, { request: { currentPin: '4711' }, status: 409 })],
  },
  'closing-ticket-raised': accepts,
  'closing-left-to-people': {
    met: [closing],
    violated: [closing, made({ request: { newStatus: 3 } })],
    arguments: { cardId: 80 },
  },
  'masked-read-hides-number': {
    met: [said({ maskedCardNumber: '************1234' })],
    violated: [said({ maskedCardNumber: '4000*******51234' })],
  },
  'details-read-answered': accepts,
};
