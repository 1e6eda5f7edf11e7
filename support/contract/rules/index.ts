import { cardNumberAnywhere } from './card-number-anywhere.js';
import { errorEnvelope } from './error-envelope.js';
import type { JudgeRule } from './judge-rule.js';
import { operationKnown } from './operation-known.js';
import { requestBodySchema } from './request-body-schema.js';
import { requestParameters } from './request-parameters.js';
import { requestUndocumentedMember } from './request-undocumented-member.js';
import { responseBodyJson } from './response-body-json.js';
import { responseBodySchema } from './response-body-schema.js';
import { responseEnumValue } from './response-enum-value.js';
import { responseHeaders } from './response-headers.js';
import { responseMediaType } from './response-media-type.js';
import { responsePresent } from './response-present.js';
import { responseUndocumentedMember } from './response-undocumented-member.js';
import { sensitiveInUrl } from './sensitive-in-url.js';
import { statusDocumented } from './status-documented.js';
import { writeOnlyReturned } from './write-only-returned.js';

/** Every rule of the judge, in the order they are asked. Ids are permanent; a test pins the list. */
export const judgeRules: readonly JudgeRule[] = [
  operationKnown,
  sensitiveInUrl,
  cardNumberAnywhere,
  requestParameters,
  requestBodySchema,
  requestUndocumentedMember,
  responsePresent,
  statusDocumented,
  responseMediaType,
  responseHeaders,
  responseBodyJson,
  responseBodySchema,
  responseEnumValue,
  errorEnvelope,
  responseUndocumentedMember,
  writeOnlyReturned,
];
