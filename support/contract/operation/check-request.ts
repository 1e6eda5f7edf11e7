import type { Json } from '../../trace/exchange.js';
import { pointerOf } from '../../json/json-pointer.js';
import { contentFor, isJsonType, mediaTypeOf } from './media-type.js';
import type { OperationPlan, ParameterPlan, RequestBodyPlan } from './operation-plan.js';
import type { Problem } from '../schema/problem.js';
import type { RequestProblem } from './request-problem.js';
import type { SchemaCheck } from '../schema/schema-check.js';
import type { RequestParts } from './request-parts.js';

/** Checks a request against its operation: parameters read from text, then the body. Empty when nothing is wrong. */
export function checkRequest(plan: OperationPlan, request: RequestParts): readonly RequestProblem[] {
  return [...plan.parameters.flatMap((parameter) => checkParameter(parameter, request)), ...checkBody(plan, request)];
}

const carriers = { path: 'path', query: 'query', header: 'headers' } as const;

function checkParameter(parameter: ParameterPlan, request: RequestParts): readonly RequestProblem[] {
  const carrier = carriers[parameter.in];
  const where = pointerOf(carrier, parameter.name);
  const texts = request[carrier];
  const text = Object.hasOwn(texts, parameter.name) ? texts[parameter.name] : undefined;
  if (text !== undefined) {
    return parameter.check.problems(parameter.read(text)).map((problem) => placed('parameter', where, problem));
  }
  if (!parameter.required) return [];
  return [
    {
      rule: 'parameter',
      keyword: 'required',
      aspect: 'presence',
      where,
      expected: `the ${parameter.in} parameter ${parameter.name}`,
      received: 'no such parameter',
      contract: parameter.pointer + pointerOf('required'),
      standing: parameter.standing,
    },
  ];
}

function checkBody(plan: OperationPlan, request: RequestParts): readonly RequestProblem[] {
  const documented = plan.requestBody;
  const { body } = request;
  if (body.kind === 'none') {
    return documented?.required === true ? [bodyProblem(documented, 'required', 'a body', 'no body')] : [];
  }
  if (documented === null) {
    const { operation, standing } = plan;
    const place = { pointer: operation.pointer, standing };
    return [bodyProblem(place, 'undocumented', 'no body: the contract describes none', 'a body')];
  }
  const mediaType = mediaTypeOf(request.headers['content-type']);
  const check = mediaType === null ? null : contentFor(documented.content, mediaType);
  if (mediaType === null || check === null) {
    const expected = `Content-Type ${[...documented.content.keys()].join(' or ')}`;
    const problem = bodyProblem(documented, 'media-type', expected, mediaType ?? 'none that can be read');
    return [
      { ...problem, where: pointerOf('headers', 'content-type'), contract: documented.pointer + pointerOf('content') },
    ];
  }
  return checkContent(documented, mediaType, check, request);
}

function checkContent(
  documented: RequestBodyPlan,
  mediaType: string,
  check: SchemaCheck,
  { body }: RequestParts,
): readonly RequestProblem[] {
  if (body.kind === 'text' && isJsonType(mediaType)) {
    return [bodyProblem(documented, 'json', 'a JSON text', body.problem)];
  }
  const value: Json = body.kind === 'json' ? body.value : body.kind === 'text' ? body.text : null;
  return check.problems(value).map((problem) => placed('body', pointerOf('body'), problem));
}

function bodyProblem(
  place: Pick<RequestBodyPlan, 'pointer' | 'standing'>,
  keyword: string,
  expected: string,
  received: string,
): RequestProblem {
  const { pointer, standing } = place;
  const aspect = keyword === 'required' ? 'presence' : 'type';
  return { rule: 'body', keyword, aspect, where: pointerOf('body'), expected, received, contract: pointer, standing };
}

function placed(rule: RequestProblem['rule'], where: string, problem: Problem): RequestProblem {
  const { keyword, aspect, expected, received, contract, standing } = problem;
  return { rule, keyword, aspect, where: where + problem.where, expected, received, contract, standing };
}
