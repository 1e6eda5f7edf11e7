import type { Body, Exchange, ExchangeResponse, Json } from '../../trace/exchange.js';
import type { Contract, Operation } from '../contract.js';
import type { Finding } from '../../judgement/finding.js';
import { isObject } from '../../json/json-pointer.js';
import { findingOf, type FindingDetail } from './finding-of.js';
import { contentFor, isJsonType, mediaTypeOf } from '../operation/media-type.js';
import { responseFor, responseOfClass, type OperationPlan, type ResponsePlan } from '../operation/operation-plan.js';
import type { Problem } from '../schema/problem.js';
import type { RequestProblem } from '../operation/request-problem.js';
import { requestPartsOf } from './request-parts-of.js';
import type { SchemaCheck } from '../schema/schema-check.js';
import type { Spot } from '../schema/schema-uses.js';
import { secretsOf, SecretWords } from './secrets-of.js';
import type { Validators } from '../validators.js';
import { walkJson, type JsonPlace } from './walk-json.js';
import { writeOnlyNames } from './write-only-names.js';

/** An exchange with everything the rules look at, worked out once. */
export interface Subject {
  readonly exchange: Exchange;
  /** True for a call the platform made to us: then the request is its word, and the answer is ours. */
  readonly inbound: boolean;
  /** Null for a probe of a path outside the contract. */
  readonly operation: Operation | null;
  readonly plan: OperationPlan | null;
  readonly response: ExchangeResponse | null;
  /** Response documented for the status; null when it is not. */
  readonly documented: ResponsePlan | null;
  /** What the body is judged by: the documented response, else one of the same class; null when there is neither. */
  readonly yardstick: ResponsePlan | null;
  /** Media type of the answer, or null. */
  readonly mediaType: string | null;
  /** True for a 2xx answer whose body says `status: "error"`. Source: docs/recipe-zero-to-funded-card. */
  readonly softRefusal: boolean;
  /** The body with its schema; null where there is no body or none is described for it. */
  readonly body: { readonly value: Json; readonly check: SchemaCheck } | null;
  /** Names of the members that the contract marks as write-only anywhere. */
  readonly writeOnlyNames: ReadonlySet<string>;
  /** Every place of the JSON of a side's body, described or not; empty where there is none. */
  places(side: 'request' | 'response'): readonly JsonPlace[];
  /** Every place of the body with what the contract says about it; empty without a body. */
  bodySpots(): readonly Spot[];
  /** What the body breaks; empty without a body. */
  bodyProblems(): readonly Problem[];
  /** What our own request breaks; empty when it was meant to. */
  requestProblems(): readonly RequestProblem[];
  /** Makes a finding of a rule; sensitive values of this exchange never get into it. */
  finding(rule: string, detail: FindingDetail): Finding;
}

/** Prepares an exchange for the rules. */
export function subjectOf(contract: Contract, validators: Validators, exchange: Exchange): Subject {
  const webhook = validators.webhooks.get(exchange.operationId ?? '') ?? null;
  const inbound = webhook !== null;
  const operation = webhook?.operation ?? operationOf(contract, exchange);
  const plan = webhook ?? (operation === null ? null : (validators.plans.get(operation.operationId) ?? null));
  const { response } = exchange;
  const documented = plan === null || response === null ? null : responseFor(plan, response.status);
  const byClass = plan === null || response === null ? null : responseOfClass(plan, response.status);
  const yardstick = documented ?? byClass;
  const mediaType = response === null ? null : mediaTypeOf(response.headers['content-type']);
  const softRefusal = isSoftRefusal(response);
  const body = bodyOf(response, softRefusal ? (plan?.refusal ?? null) : checkFor(yardstick, mediaType));
  const placesOf = {
    request: once(() => placesIn(exchange.request.body)),
    response: once(() => (response === null ? [] : placesIn(response.body))),
  };
  const secrets = once(() => new SecretWords(secretsOf(exchange, operation?.operationId ?? null)));
  return {
    exchange,
    inbound,
    operation,
    plan,
    response,
    documented,
    yardstick,
    mediaType,
    softRefusal,
    body,
    writeOnlyNames: writeOnlyNames(contract),
    places: (side) => placesOf[side](),
    bodySpots: once(() => (body === null ? [] : spotsOf(body))),
    bodyProblems: once(() => (body === null ? [] : body.check.problems(body.value))),
    requestProblems: once(() => requestProblems(contract, validators, exchange, { operation, inbound })),
    finding: (rule, detail) => findingOf(rule, detail, { exchange, operation, secrets: secrets(), inbound }),
  };
}

function operationOf(contract: Contract, exchange: Exchange): Operation | null {
  if (exchange.operationId !== null) return contract.operations.get(exchange.operationId) ?? null;
  return contract.match(exchange.request.method, exchange.request.path)?.operation ?? null;
}

function isSoftRefusal(response: ExchangeResponse | null): boolean {
  if (response === null || response.status < 200 || response.status > 299 || response.body.kind !== 'json')
    return false;
  const { value } = response.body;
  return isObject(value) && Object.hasOwn(value, 'status') && value['status'] === 'error';
}

function placesIn(body: Body): readonly JsonPlace[] {
  return body.kind === 'json' ? walkJson(body.value) : [];
}

/** The schema for a media type; JSON that came under another name is still judged as JSON. */
function checkFor(yardstick: ResponsePlan | null, mediaType: string | null): SchemaCheck | null {
  if (yardstick === null) return null;
  const exact = mediaType === null ? null : contentFor(yardstick.content, mediaType);
  return exact ?? [...yardstick.content].find(([type]) => isJsonType(type))?.[1] ?? null;
}

function bodyOf(response: ExchangeResponse | null, check: SchemaCheck | null): Subject['body'] {
  if (response === null || check === null) return null;
  const { body, headers } = response;
  switch (body.kind) {
    case 'none':
      return null;
    case 'json':
      return { value: body.value, check };
    case 'text': {
      // Text under a JSON type is judged by response-body-json; judging it as a string would only repeat that.
      const mediaType = mediaTypeOf(headers['content-type']);
      return mediaType === null || isJsonType(mediaType) ? null : { value: body.text, check };
    }
  }
}

function requestProblems(
  contract: Contract,
  validators: Validators,
  exchange: Exchange,
  { operation, inbound }: Pick<Subject, 'operation' | 'inbound'>,
): readonly RequestProblem[] {
  if (operation === null || exchange.operationId === null || exchange.expectedInvalid !== null) return [];
  if (inbound && exchange.failure !== null) return []; // What did not arrive was not left out.
  const parts = requestPartsOf(contract, exchange, operation);
  const { operationId } = operation;
  return [...validators.checkRequest(operationId, parts), ...validators.undocumentedInRequest(operationId, parts)];
}

function spotsOf({ check, value }: NonNullable<Subject['body']>): readonly Spot[] {
  const spots: Spot[] = [];
  check.walk(value, (spot) => spots.push(spot));
  return spots;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
