import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallJudge } from '../../contract/fixtures/small-contract.js';
import { exchangeOf, goodCard, type SmallExchange } from '../../contract/fixtures/small-exchange.js';
import type { Finding } from '../../judgement/finding.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { maskExchange } from '../../trace/mask/mask-exchange.js';
import type { Redaction } from '../../trace/mask/redaction.js';
import { createSecrets } from '../../trace/mask/secrets.js';
import { proveRules } from './prove-rules.js';
import { rejudge } from './rejudge.js';

const judge = smallJudge();

/** An exchange as a run records it: judged raw, masked, with its lines of the ledger. */
function recorded(small: SmallExchange): { readonly exchange: Exchange; readonly ledger: readonly Redaction[] } {
  const raw = exchangeOf(small);
  const secrets = createSecrets({ key: randomBytes(16) });
  const { exchange, redactions } = maskExchange({ ...raw, judgement: judge(raw) }, secrets);
  return { exchange, ledger: [...redactions, ...proveRules(exchange, redactions, judge)] };
}

const activation = (cardNumber: Json, newPin: Json, more: Partial<SmallExchange> = {}): SmallExchange => ({
  ...{ operationId: 'activateCard', method: 'PUT', path: '/cards/7/activate' },
  ...{ request: { cardNumber, newPin }, answer: { status: 'success' } },
  ...more,
});

const pan = '4111111111111111';
const short = fc.stringMatching(/^[ -~é]{0,12}$/);
const value: fc.Arbitrary<Json> = fc.oneof(
  ...[short, fc.stringMatching(/^\d{1,6}$/), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })],
  ...[fc.constant(pan), fc.constant(Number(pan)), fc.constant(null), fc.array(short, { maxLength: 2 })],
);
const members = fc.dictionary(
  fc.constantFrom(
    ...['cvv', 'newPin', 'cardNumber', 'email', 'alias', 'kind', 'url', 'text', 'code', 'status', 'cardId'],
    ...['cvv=694', 'pin: 8264', pan, `card ${pan}`, btoa(`pan=${pan}`)],
  ),
  value,
);

test('a member named twice is judged again at its place, though its name be masked', () => {
  for (const name of ['/alias', `/${pan}`, `/list/0/note ${pan}`]) {
    const answerBody = { kind: 'json', value: goodCard, duplicateKeys: [name] } as const;
    const { exchange, ledger } = recorded({ operationId: 'getCard', path: '/cards/7', answerBody });
    assert.equal(exchange.judgement?.findings[0]?.rule, 'response-body-json');
    assert.deepEqual(rejudge(exchange, ledger, judge).against, []);
  }
});

test('whatever was masked, the recorded judgement follows from the masked exchange, the contract and the ledger', () => {
  fc.assert(
    fc.property(value, value, members, fc.dictionary(fc.constantFrom('x-total', 'set-cookie'), short), (a, b, c, d) => {
      const answer = { ...goodCard, ...c };
      for (const small of [
        activation(a, b, { answer, headers: d }),
        exchangeOfCards(a, answer, d),
        { operationId: 'getCard', path: `/cards/${pan}`, query: { cvv: '123', limit: '0' }, answer },
        {
          operationId: 'simulateCardSpend',
          path: '/staging/spend',
          method: 'POST',
          answerBody: textOf(JSON.stringify(a)),
        },
      ]) {
        const { exchange, ledger } = recorded(small);
        assert.deepEqual(rejudge(exchange, ledger, judge).against, []);
      }
    }),
    { numRuns: 300 },
  );
});

function exchangeOfCards(query: Json, item: Json, headers: Readonly<Record<string, string>>): SmallExchange {
  return {
    ...{ operationId: 'listCards', path: '/cards', query: { limit: JSON.stringify(query), email: 'a@b.cd' } },
    ...{ answer: { items: [item, item] }, headers },
  };
}

const textOf = (text: string) => ({ kind: 'text', text, problem: 'not JSON' }) as const;

test('a rule that only the raw value broke rests on the ledger, and the count says so', () => {
  const { exchange, ledger } = recorded(badPin);
  assert.deepEqual(
    exchange.judgement?.findings.map(({ where }) => where),
    ['/request/body/newPin'],
  );
  const { against, onLedger } = rejudge(exchange, ledger, judge);
  assert.deepEqual([against, onLedger, ledger.filter(({ kind }) => kind === 'rule').length], [[], 1, 1]);
});

test('a number that was masked is judged as the number it was, without the ledger proving a rule', () => {
  const { exchange, ledger } = recorded(activation(Number(pan), '1234'));
  assert.deepEqual(
    ledger.filter(({ kind }) => kind === 'rule'),
    [],
  );
  assert.equal(rejudge(exchange, ledger, judge).onLedger, 0);
  const asText = ledger.map((line) =>
    line.facts?.jsonType === 'number' ? { ...line, facts: { ...line.facts, jsonType: 'string' as const } } : line,
  );
  assert.match(
    rejudge(exchange, asText, judge).against.join(),
    /request-body-schema \(fail\) at \/request\/body\/cardNum/,
  );
});

/** What somebody changes in a recorded exchange or its ledger, and what must be said of it. */
type Forgery = readonly [name: string, small: SmallExchange, forge: (it: Recorded) => Recorded, said: RegExp];
interface Recorded {
  readonly exchange: Exchange;
  readonly ledger: readonly Redaction[];
}

const bad: SmallExchange = { operationId: 'getCard', path: '/cards/7', answer: { ...goodCard, alias: 'too long' } };
const good: SmallExchange = { operationId: 'getCard', path: '/cards/7', answer: goodCard };
/** One character too long; the ledger only tells the class of its length. */
const badPin = activation(4111, 'abcde');

function withFindings({ exchange, ledger }: Recorded, change: (findings: readonly Finding[]) => readonly Finding[]) {
  const findings = change(exchange.judgement?.findings ?? []);
  const outcome = findings.some(({ level }) => level !== 'advisory') ? 'violating' : 'conforming';
  return { exchange: { ...exchange, judgement: { outcome, findings } } as Exchange, ledger };
}

function withAnswer({ exchange, ledger }: Recorded, answer: Json): Recorded {
  const body = { kind: 'json', value: answer, duplicateKeys: [] } as const;
  return { exchange: { ...exchange, response: exchange.response && { ...exchange.response, body } }, ledger };
}

const weaker = (finding: Finding): Finding => ({ ...finding, level: 'advisory' });

const forgeries: readonly Forgery[] = [
  ['removes a finding', bad, (it) => withFindings(it, () => []), /contract finds response-body-schema/],
  ['weakens a finding', bad, (it) => withFindings(it, (all) => all.map(weaker)), /and the contract finds none/],
  [
    'rewrites what was received',
    bad,
    (it) => withFindings(it, ([one]) => (one ? [{ ...one, received: '"no"' }] : [])),
    /received is "no"/,
  ],
  [
    'invents a finding',
    good,
    (it) => withFindings(it, () => recorded(bad).exchange.judgement?.findings ?? []),
    /contract finds none/,
  ],
  [
    'changes the outcome alone',
    bad,
    ({ exchange, ledger }) => ({
      exchange: { ...exchange, judgement: { outcome: 'conforming', findings: exchange.judgement?.findings ?? [] } },
      ledger,
    }),
    /is conforming, and should be violating/,
  ],
  [
    'changes an answer so that it breaks a rule',
    good,
    (it) => withAnswer(it, { ...goodCard, alias: 'too long' }),
    /contract finds/,
  ],
  ['changes an answer so that it keeps a rule', bad, (it) => withAnswer(it, goodCard), /and the contract finds none/],
  [
    'takes the judgement away',
    good,
    ({ exchange, ledger }) => ({ exchange: { ...exchange, judgement: null }, ledger }),
    /without a judgement/,
  ],
  [
    'calls it not judged',
    bad,
    ({ exchange, ledger }) => ({
      exchange: { ...exchange, judgement: { outcome: 'not-judged', reason: 'busy', findings: [] } },
      ledger,
    }),
    /should be conforming|contract finds/,
  ],
  [
    'removes a finding at a masked place',
    badPin,
    (it) => withFindings(it, () => []),
    /ledger speaks of request-body-schema|contract finds/,
  ],
  [
    'removes the proof of the ledger',
    badPin,
    ({ exchange, ledger }) => ({ exchange, ledger: ledger.filter(({ kind }) => kind !== 'rule') }),
    /contract finds none|it records none/,
  ],
  ['removes the ledger', badPin, ({ exchange }) => ({ exchange, ledger: [] }), /no line of the ledger explains/],
  [
    'waives a rule where nothing was masked',
    bad,
    (it) => waived(it),
    /waives response-body-schema .* nothing was masked/,
  ],
];

/** The finding goes, and the ledger claims that the raw value kept the rule. */
function waived(it: Recorded): Recorded {
  const lines = (it.exchange.judgement?.findings ?? []).map(({ rule, where, contract }): Redaction => ({
    ...{ exchangeId: it.exchange.id, pointer: where, rule, kind: 'rule' },
    ...{ label: null, length: null, place: null, facts: null, proved: { outcome: 'kept', contract } },
  }));
  return { exchange: withFindings(it, () => []).exchange, ledger: [...it.ledger, ...lines] };
}

for (const [name, small, forge, said] of forgeries) {
  test(`is found when somebody ${name}`, () => {
    const sound = recorded(small);
    assert.deepEqual(rejudge(sound.exchange, sound.ledger, judge).against, []);
    const { exchange, ledger } = forge(sound);
    assert.match(rejudge(exchange, ledger, judge).against.join('\n'), said);
  });
}

test('a finding that only the ledger proves has at least the level and source that the contract gives it', () => {
  const it = recorded(badPin);
  const softer = withFindings(it, (all) => all.map((finding) => ({ ...finding, source: 'docs/elsewhere' })));
  const proved: Redaction[] = (softer.exchange.judgement?.findings ?? []).map(({ rule, where, contract }) => ({
    ...{ exchangeId: it.exchange.id, pointer: where, rule, kind: 'rule' as const },
    ...{ label: null, length: null, place: null, facts: null, proved: { outcome: 'violated' as const, contract } },
  }));
  const ledger = [...it.ledger.filter(({ kind }) => kind !== 'rule'), ...proved];
  assert.match(rejudge(softer.exchange, ledger, judge).against.join('\n'), /the contract has no such rule there/);
});
