import {
  drop,
  list,
  operation,
  properties,
  property,
  put,
  rename,
  renameSchema,
  reverse,
  schema,
  type Draft,
} from './draft-edits.js';
import { pointerOf, valueAt } from '../../../json/json-pointer.js';
import type { ChangeClass } from '../change-class.js';
import type { DiffRuleId } from '../rules/diff-rules.js';

/** One edit of a contract with what must be found of it, once. */
export interface PlantedChange {
  readonly what: string;
  readonly rule: DiffRuleId;
  readonly class: ChangeClass;
  readonly edit: (draft: Draft) => void;
}

/** Brings in what our own contract has no example of, so that it can be changed. Both versions get it. */
export function preparedContract(contract: Draft): Draft {
  const draft = structuredClone(contract);
  Object.assign(properties(draft, 'TicketRequest'), {
    topic: {
      oneOf: [
        { type: 'string', title: 'free' },
        { type: 'integer', title: 'listed' },
      ],
    },
    copies: { type: 'integer', minimum: 1, maximum: 9, default: 1 },
    due: { type: 'string', format: 'date' },
  });
  Object.assign(properties(draft, 'TicketCreated'), {
    handledBy: {
      anyOf: [
        { type: 'string', title: 'name' },
        { type: 'integer', title: 'number' },
      ],
    },
    reference: { type: 'string', maxLength: 20, minLength: 4 },
    closedAt: { type: ['string', 'null'] },
    owner: { type: 'string' },
  });
  return draft;
}

/** Forty changes of all classes, none touching another. */
export const plantedChanges: readonly PlantedChange[] = [
  plant('response member removed', 'required-member-removed', 'breaking', (draft) => {
    drop(properties(draft, 'TransferResult'), 'transStatus');
    schema(draft, 'TransferResult')['required'] = ['transId'];
  }),
  plant('request member removed', 'optional-member-removed', 'breaking', (draft) =>
    drop(properties(draft, 'TransferRequest'), 'description'),
  ),
  plant('response member renamed', 'member-renamed', 'breaking', (draft) =>
    rename(properties(draft, 'Wallet'), 'walletCurrencyId', 'currencyId', schema(draft, 'Wallet')),
  ),
  plant('response member retyped', 'type-changed', 'breaking', (draft) =>
    put(schema(draft, 'MinorUnits'), { type: 'string' }),
  ),
  plant('request member added, required', 'required-member-added', 'breaking', (draft) => {
    properties(draft, 'SumsubTokenRequest')['level'] = { type: 'string' };
    schema(draft, 'SumsubTokenRequest')['required'] = ['token', 'level'];
  }),
  plant('request member added, optional', 'optional-member-added', 'additive', (draft) =>
    put(properties(draft, 'CardPinRequest'), { hint: { type: 'string' } }),
  ),
  plant('response member added', 'optional-member-added', 'additive', (draft) =>
    put(properties(draft, 'CardBalance'), { asOf: { type: 'string' } }),
  ),
  plant('request member became required', 'member-became-required', 'breaking', (draft) =>
    put(schema(draft, 'WalletAddressRequest'), { required: ['walletAddress', 'network'] }),
  ),
  plant('response member became optional', 'member-became-optional', 'breaking', (draft) =>
    put(schema(draft, 'KycSubmitted'), { required: [] }),
  ),
  plant('enum value added', 'enum-value-added', 'additive', (draft) =>
    list(schema(draft, 'CardKind'), 'enum').push('metal'),
  ),
  plant(
    'enum value removed from what is received',
    'enum-value-removed',
    'conditionally-breaking',
    (draft) => void list(schema(draft, 'TransferStatus'), 'enum').pop(),
  ),
  plant(
    'enum value removed from what is sent',
    'enum-value-removed',
    'breaking',
    (draft) => void list(schema(draft, 'DestinationType'), 'enum').pop(),
  ),
  plant('success status removed', 'success-status-removed', 'breaking', (draft) =>
    drop(operation(draft, '/otp/listeners/{token}', 'delete')['responses'], '204'),
  ),
  plant('error status removed', 'error-status-removed', 'conditionally-breaking', (draft) =>
    drop(operation(draft, '/cardholders/{cardholderId}', 'put')['responses'], '409'),
  ),
  plant('path moved', 'operation-moved', 'breaking', (draft) =>
    rename(draft['paths'], '/support/tickets', '/support/requests'),
  ),
  plant('operation removed', 'operation-removed', 'breaking', (draft) =>
    drop(draft['paths'], '/staging/bank-accounts/{depositId}/confirm'),
  ),
  plant('operation added', 'operation-added', 'additive', (draft) =>
    put(draft['paths'], {
      '/wallets/{walletId}/close': {
        put: {
          operationId: 'closeWallet',
          parameters: [{ name: 'walletId', in: 'path', required: true, schema: { type: 'integer' } }],
          responses: { 200: { description: 'closed' } },
        },
      },
    }),
  ),
  plant('limit tightened in a request', 'limit-tightened', 'breaking', (draft) =>
    put(property(draft, 'TicketRequest', 'copies'), { maximum: 5 }),
  ),
  plant('limit loosened in a request', 'limit-loosened', 'additive', (draft) =>
    put(property(draft, 'TicketRequest', 'copies'), { minimum: 0 }),
  ),
  plant('limit tightened in a response', 'limit-tightened', 'additive', (draft) =>
    put(property(draft, 'TicketCreated', 'reference'), { minLength: 6 }),
  ),
  plant('limit loosened in a response', 'limit-loosened', 'breaking', (draft) =>
    put(property(draft, 'TicketCreated', 'reference'), { maxLength: 40 }),
  ),
  plant('security changed', 'security-changed', 'breaking', (draft) => put(draft, { security: [{ apiKey: [] }] })),
  plant('null admitted in a response', 'null-admitted', 'breaking', (draft) =>
    put(property(draft, 'TicketCreated', 'owner'), { type: ['string', 'null'] }),
  ),
  plant('null excluded from a response', 'null-excluded', 'additive', (draft) =>
    put(property(draft, 'TicketCreated', 'closedAt'), { type: 'string' }),
  ),
  plant('format changed', 'format-changed', 'breaking', (draft) =>
    put(property(draft, 'TicketRequest', 'due'), { format: 'date-time' }),
  ),
  plant('pattern changed', 'pattern-changed', 'unknown', (draft) =>
    put(schema(draft, 'MaskedCardNumber'), { pattern: '^[*]{12}[0-9]{4}$' }),
  ),
  plant('deprecation', 'deprecated', 'additive', (draft) =>
    put(operation(draft, '/cards/{cardId}/details', 'get'), { deprecated: true }),
  ),
  plant('oneOf branch added to a request', 'alternative-added', 'additive', (draft) =>
    list(property(draft, 'TicketRequest', 'topic'), 'oneOf').push({ type: 'boolean', title: 'urgent' }),
  ),
  plant(
    'anyOf branch removed from a response',
    'alternative-removed',
    'conditionally-breaking',
    (draft) => void list(property(draft, 'TicketCreated', 'handledBy'), 'anyOf').pop(),
  ),
  plant('media type of a request changed', 'media-type-changed', 'breaking', (draft) =>
    rename(
      (operation(draft, '/wallets/transfer', 'post')['requestBody'] as Draft)['content'],
      'application/json',
      'application/x-www-form-urlencoded',
    ),
  ),
  plant('default changed', 'default-changed', 'conditionally-breaking', (draft) =>
    put(property(draft, 'TicketRequest', 'copies'), { default: 2 }),
  ),
  plant('members reordered', 'order-changed', 'cosmetic', (draft) =>
    reverse(draft, pointerOf('components', 'schemas', 'CardSpendSimulation', 'properties')),
  ),
  plant('description only', 'annotation-changed', 'cosmetic', (draft) =>
    put(schema(draft, 'Fee'), { description: 'Another wording.' }),
  ),
  plant('query parameter added, optional', 'optional-parameter-added', 'additive', (draft) =>
    list(operation(draft, '/wallets/transactions', 'get'), 'parameters').push({
      name: 'currency',
      in: 'query',
      schema: { type: 'string' },
    }),
  ),
  plant(
    'query parameter removed',
    'optional-parameter-removed',
    'breaking',
    (draft) => void list(operation(draft, '/cardholders', 'get'), 'parameters').shift(),
  ),
  plant('query parameter became required', 'parameter-became-required', 'breaking', (draft) =>
    put(valueAt(draft, '/components/parameters/CardIdFilter'), { required: true }),
  ),
  plant('header of an answer removed', 'optional-header-removed', 'conditionally-breaking', (draft) =>
    drop(valueAt(draft, '/components/responses/RateLimited'), 'headers'),
  ),
  plant('other members forbidden in a request', 'other-members-forbidden', 'breaking', (draft) =>
    put(schema(draft, 'CardStatusRequest'), { additionalProperties: false }),
  ),
  plant('base URL moved', 'server-moved', 'breaking', (draft) =>
    put((draft['servers'] as Draft[])[1], { url: 'https://production.api.axyscards.com/v3' }),
  ),
  plant('component renamed', 'component-renamed', 'cosmetic', (draft) =>
    renameSchema(draft, 'WalletCreated', 'WalletMade'),
  ),
];

function plant(what: string, rule: DiffRuleId, expected: ChangeClass, edit: (draft: Draft) => void): PlantedChange {
  return { what, rule, class: expected, edit };
}
