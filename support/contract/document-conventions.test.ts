import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { walkDocument, type DocumentNode } from './document/document-walk.js';
import { isObject, type JsonObject } from '../json/json-pointer.js';
import { provenances } from '../judgement/provenance.js';
import { parseText } from './document/read-document.js';

const read = (name: string): JsonObject => {
  const file = join(packageRoot(), 'schemas', 'axys-v2', name);
  return parseText(readFileSync(file, 'utf8'), file);
};
const document = read('openapi.yaml');
const nodes: DocumentNode[] = [];
walkDocument(document, (node) => nodes.push(node));
const ofKind = (kind: DocumentNode['kind']): readonly DocumentNode[] => nodes.filter((node) => node.kind === kind);

/** A place that only refers to a shared parameter, response or body; the shared one carries the marks. */
const isPlainReference = ({ kind, value, parent }: DocumentNode): boolean =>
  typeof value['$ref'] === 'string' && (kind !== 'schema' || parent?.kind !== 'schema');

const statements = nodes.filter(
  (node) => ['operation', 'parameter', 'header', 'response', 'schema'].includes(node.kind) && !isPlainReference(node),
);

const pinnedOperations = `
  createCardholder listCardholders getCardholder updateCardholder submitKyc refreshKycUrl submitSumsubToken
  registerBankAccount registerWalletAddress issueVirtualCard issuePhysicalCard listCards getCard getCardDetails
  getCardBalance activateCard updateCardPin updateCard setCardStatus notifyCardBankDeposit
  notifyCardBlockchainDeposit listCardTransactions listCardFees createWallet listWallets getWallet
  listWalletTransactions transferFromWallet notifyWalletBankDeposit notifyWalletBlockchainDeposit subscribeOtp
  getOtp unsubscribeOtp createSupportTicket simulateKycResult simulateCryptoDeposit simulateBankDeposit
  simulateCardSpend simulateOtpChallenge simulateBankAccountConfirmation`;

const sourceForm = /^((docs|reference)\/[a-z0-9_-]+|axys-certify)$/;

function assertMarks(marks: JsonObject, at: string): void {
  const { provenance, source } = marks;
  assert.ok((provenances as readonly unknown[]).includes(provenance), `${at}: provenance ${String(provenance)}`);
  assert.notEqual(provenance, 'confirmed', `${at}: only an operator confirms`);
  assert.match(String(source), sourceForm, `${at}: source`);
  assert.equal(
    provenance === 'assumed',
    source === 'axys-certify',
    `${at}: an assumption has no page, a page no assumption`,
  );
}

test('every operation, parameter, header, response and schema says how well it is known and from where', () => {
  assert.ok(statements.length > 500);
  for (const { pointer, value } of statements) {
    assertMarks({ provenance: value['x-provenance'], source: value['x-source'] }, pointer);
  }
});

test('x-rules speaks of constraints that are there, each with its own marks', () => {
  for (const { pointer, value } of ofKind('schema')) {
    const rules = value['x-rules'];
    if (rules === undefined) continue;
    assert.ok(isObject(rules), pointer);
    for (const [keyword, rule] of Object.entries(rules)) {
      assert.ok(isObject(rule), pointer);
      assert.ok(value[keyword] !== undefined, `${pointer}: no ${keyword}`);
      if (keyword !== 'required') {
        assertMarks(rule, `${pointer}/x-rules/${keyword}`);
        continue;
      }
      for (const [member, marks] of Object.entries(rule)) {
        assert.ok((value['required'] as readonly string[]).includes(member), `${pointer}: ${member} is not required`);
        assertMarks(marks as JsonObject, `${pointer}/x-rules/required/${member}`);
      }
    }
  }
});

test('the operations are exactly the pinned ones', () => {
  const found = ofKind('operation')
    .filter(({ pointer }) => pointer.startsWith('/paths/'))
    .map(({ value }) => String(value['operationId']));
  assert.deepEqual(found.toSorted(), pinnedOperations.trim().split(/\s+/).toSorted());
});

test('exactly three operations are deprecated', () => {
  const deprecated = ofKind('operation').filter(({ value }) => value['deprecated'] === true);
  assert.deepEqual(
    deprecated.map(({ value }) => value['operationId']),
    ['registerWalletAddress', 'notifyCardBlockchainDeposit', 'notifyWalletBlockchainDeposit'],
  );
});

test('every operation has a summary, a tag, a success, a refusal and a failure', () => {
  for (const { pointer, value } of ofKind('operation').filter(({ pointer }) => pointer.startsWith('/paths/'))) {
    assert.ok(typeof value['summary'] === 'string' && Array.isArray(value['tags']), pointer);
    const codes = Object.keys(value['responses'] as JsonObject);
    assert.ok(codes.includes('200') || codes.includes('2XX'), pointer);
    for (const code of ['403', '429', '4XX', '5XX']) assert.ok(codes.includes(code), `${pointer} ${code}`);
  }
});

test('what only travels to the platform is write-only', () => {
  const sensitive = ['cardNumber', 'expMonth', 'expYear', 'cvv', 'newPin', 'currentPin'];
  for (const [name, schema] of Object.entries((document['components'] as JsonObject)['schemas'] as JsonObject)) {
    if (!name.endsWith('Request')) continue;
    const members = (schema as JsonObject)['properties'] as JsonObject;
    for (const member of sensitive.filter((each) => members[each] !== undefined)) {
      assert.equal((members[member] as JsonObject)['writeOnly'], true, `${name}.${member}`);
    }
  }
  assert.equal(ofKind('schema').filter(({ value }) => value['writeOnly'] === true).length, 8);
});

test('money is one of the three wire forms and nothing else', () => {
  const forms = ['MinorUnits', 'AmountText', 'DecimalAmount'].map((form) => `#/components/schemas/${form}`);
  const money = nodes.filter(({ pointer }) => /\/properties\/\w*([aA]mount|[bB]alance\w*|Limit)$/.test(pointer));
  assert.ok(money.length >= 25);
  for (const { pointer, value } of money) assert.ok(forms.includes(String(value['$ref'])), pointer);
});

test('every question that covers a statement is in the register', () => {
  const known = new Set((read('open-questions.yaml')['questions'] as readonly JsonObject[]).map(({ id }) => id));
  const asked = nodes.flatMap(({ value }) => [
    ...((value['x-questions'] as readonly string[] | undefined) ?? []),
    ...Object.values((value['x-rules'] as JsonObject | undefined) ?? {}).flatMap(
      (rule) => ((rule as JsonObject)['questions'] as readonly string[] | undefined) ?? [],
    ),
  ]);
  assert.ok(asked.length > 100);
  for (const id of asked) assert.ok(known.has(id), `${id} is not in open-questions.yaml`);
});

test('the words of a numeric enumeration match its values', () => {
  for (const { pointer, value } of ofKind('schema').filter(({ value }) => value['x-enum-names'] !== undefined)) {
    assert.equal(
      (value['x-enum-names'] as readonly string[]).length,
      (value['enum'] as readonly number[]).length,
      pointer,
    );
  }
});
