import { essenceOf, mediaTypeOf } from '../../contract/operation/media-type.js';
import { responseFor } from '../../contract/operation/operation-plan.js';
import { isObject } from '../../json/json-pointer.js';
import type { Exchange } from '../../trace/exchange.js';
import type { OperationShape, ResponseShape } from '../targets/operation-shape.js';
import { reversedAnswer } from './alterations.js';
import { headerSights, saidSights } from './said-sights.js';
import type { Sight } from './sight.js';
import type { TargetIndex } from './target-index.js';

/** What an answer says about the targets of its operation. A refusal under a success code shows no body of that code. */
export function answerSights(exchange: Exchange, shape: OperationShape, index: TargetIndex): Sight[] {
  const { response } = exchange;
  const conforming = isConforming(exchange);
  const statuses = shape.responses.flatMap(
    ({ key }) => index.byId(`status:${shape.operationId}:/response/${key}`) ?? [],
  );
  const own = response === null ? null : responseFor(shape, response.status);
  const sights = statuses.map((tally) => {
    const matched = conforming && own !== null && tally.target.place === `/response/${own.key}`;
    return { tally, matched, alteration: reversedAnswer };
  });
  if (response === null || own === null || isSoftRefusal(exchange)) return sights;
  return [
    ...sights,
    ...mediaTypeSights(response, own, index, conforming),
    ...contentSights(response, own, index, conforming),
  ];
}

type Answer = NonNullable<Exchange['response']>;

function mediaTypeSights(response: Answer, own: ResponseShape, index: TargetIndex, conforming: boolean): Sight[] {
  const received = mediaTypeOf(response.headers['content-type']);
  const types = own.located.value['content'];
  return (isObject(types) ? Object.keys(types) : []).flatMap((name) => {
    const type = essenceOf(name);
    const tally = index.byId(`media-type:${own.owner}:${own.base}=${type}`);
    return tally === undefined ? [] : [{ tally, matched: conforming && type === received, alteration: null }];
  });
}

function contentSights(
  response: Answer,
  { owner, base }: ResponseShape,
  index: TargetIndex,
  conforming: boolean,
): Sight[] {
  const targets = index.of(owner);
  return [
    ...headerSights(response.headers, { base: `${base}/headers`, conforming }, targets),
    ...saidSights(response.body, { base: `${base}/body`, conforming, side: 'response' }, targets),
  ];
}

/** True where the judge found nothing worse than an addition. */
export function isConforming({ judgement }: Exchange): boolean {
  return judgement?.outcome === 'conforming';
}

function isSoftRefusal({ response }: Exchange): boolean {
  if (response === null || response.status > 299 || response.body.kind !== 'json') return false;
  return isObject(response.body.value) && response.body.value['status'] === 'error';
}
