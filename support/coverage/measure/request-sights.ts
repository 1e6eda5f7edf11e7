import { answerClasses } from '../../client/answer-classes.js';
import { classifyAnswer } from '../../client/classify-answer.js';
import { isObject } from '../../json/json-pointer.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { OperationShape } from '../targets/operation-shape.js';
import { reversedAnswer } from './alterations.js';
import { isConforming } from './answer-sights.js';
import { parameterTexts } from './parameter-texts.js';
import { breaksRule } from './single-rule.js';
import type { Sight } from './sight.js';
import type { OwnedTargets, TargetIndex } from './target-index.js';
import type { TargetTally } from './target-tally.js';
import { valueSpots, type ValueSpot } from './value-spots.js';

/**
 * What our own request says about the targets of its operation. What keeps the contract is matched by a call that is accepted,
 * what breaks it by one that is refused; `sent` is the exchange with stand-ins in the place of masked values.
 */
export function requestSights(sent: Exchange, shape: OperationShape, index: TargetIndex): Sight[] {
  const spots = spotsOf(sent, shape, index);
  const { says } = answerClasses[classifyAnswer(sent)];
  const conforming = isConforming(sent);
  const own = index.of(shape.operationId);
  if (sent.expectedInvalid !== null) return brokenSights(spots, own, conforming && says === 'no');
  const matched = conforming && says === 'yes';
  return spots.flatMap((spot) => keptBy(spot, own)).map((tally) => ({ tally, matched, alteration: reversedAnswer }));
}

function spotsOf({ request }: Exchange, shape: OperationShape, index: TargetIndex): readonly ValueSpot[] {
  const path = shape.template.match(request.path) ?? {};
  const texts = parameterTexts({ path, query: request.query, headers: request.headers }, shape, index);
  const body = request.body.kind === 'json' ? valueSpots(request.body.value, '/request/body') : [];
  return [...texts, ...body];
}

/** The targets that a valid request at one place shows. */
function keptBy({ place, value }: ValueSpot, own: OwnedTargets): readonly TargetTally[] {
  const members = own.members(place).filter(({ member, tally }) => {
    if (!isObject(value)) return false;
    const { kind } = tally.target;
    const there = Object.hasOwn(value, member);
    return (kind === 'request-sent' && there) || (kind === 'request-omitted' && !there);
  });
  const values = own.values(place).filter(({ target }) => shows(target.kind, target.value, value));
  return [...members.map(({ tally }) => tally), ...values];
}

function shows(kind: string, listed: Json | undefined, value: Json): boolean {
  if (kind === 'enum-value') return value === listed;
  if (kind === 'member-null') return value === null;
  return kind === 'constraint-met';
}

/** The constraints an invalid request breaks. With faults in two places the refusal may be about the other one. */
function brokenSights(spots: readonly ValueSpot[], own: OwnedTargets, refused: boolean): Sight[] {
  const broken = spots.flatMap((spot) => brokenBy(spot, own));
  const onePlace = new Set(broken.map(({ target }) => target.place)).size === 1;
  return broken.map((tally) => ({ tally, matched: refused && onePlace, alteration: reversedAnswer }));
}

function brokenBy({ place, value }: ValueSpot, own: OwnedTargets): readonly TargetTally[] {
  const missing = own
    .members(place)
    .filter(
      ({ member, tally }) => tally.target.detail === 'required' && isObject(value) && !Object.hasOwn(value, member),
    );
  const wrong = own
    .values(place)
    .filter(
      ({ target: { kind, rule } }) => kind === 'constraint-violated' && rule !== undefined && breaksRule(rule, value),
    );
  return [...missing.map(({ tally }) => tally), ...wrong];
}
