import { describeValue } from '../../card-data/describe-value.js';
import { pointerOf } from '../../json/json-pointer.js';
import { contentFor, mediaTypeOf } from './media-type.js';
import type { OperationPlan } from './operation-plan.js';
import type { RequestProblem } from './request-problem.js';
import type { RequestParts } from './request-parts.js';

/** Lists query parameters and body members that the contract does not know. Their values are never shown. */
export function undocumentedInRequest(plan: OperationPlan, request: RequestParts): readonly RequestProblem[] {
  const isKnown = (name: string) => plan.parameters.some((known) => known.in === 'query' && known.name === name);
  const queries = Object.keys(request.query)
    .filter((name) => !isKnown(name))
    .map((name) => undocumented(plan, pointerOf('query', name), 'no query parameter of this name', 'a text'));
  return [...queries, ...undocumentedMembers(plan, request)];
}

function undocumentedMembers(plan: OperationPlan, { headers, body }: RequestParts): readonly RequestProblem[] {
  const mediaType = mediaTypeOf(headers['content-type']);
  if (plan.requestBody === null || mediaType === null || body.kind !== 'json') return [];
  const found: RequestProblem[] = [];
  contentFor(plan.requestBody.content, mediaType)?.walk(body.value, (spot) => {
    if (spot.documented) return;
    const where = pointerOf('body') + spot.pointer;
    found.push(undocumented(plan, where, 'only members of the contract', describeValue(spot.value, false)));
  });
  return found;
}

function undocumented(plan: OperationPlan, where: string, expected: string, received: string): RequestProblem {
  const { operation, standing } = plan;
  const contract = plan.requestBody?.pointer ?? operation.pointer;
  return {
    rule: 'undocumented',
    keyword: 'undocumented',
    aspect: 'presence',
    where,
    expected,
    received,
    contract,
    standing,
  };
}
