// openapi-validator, the engine of jest-openapi and chai-openapi-response-validator: an axios-like answer.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { makeApiSpec, makeResponse } = require('openapi-validator');

export default {
  name: 'openapi-validator (jest-openapi)',
  package: 'openapi-validator',
  async prepare(document) {
    const spec = makeApiSpec(structuredClone(document));
    return async ({ status, headers, text }) => {
      const data = text === '' ? undefined : parsed(text);
      const answer = makeResponse({ status, headers, data, request: { method: 'GET', path: '/cards/7' }, config: {} });
      const problem = spec.validateResponse(answer);
      return problem === null ? { word: 'silent', why: '' } : { word: 'found', why: problem.message };
    };
  },
};

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
