// openapi-backend: the definition is checked in strict mode, bodies by status and headers (more than the documented ones are
// allowed) are validated, formats are added.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { OpenAPIBackend } = require('openapi-backend');
const addFormats = require('ajv-formats').default;

export default {
  name: 'openapi-backend',
  package: 'openapi-backend',
  async prepare(document) {
    const api = new OpenAPIBackend({
      definition: structuredClone(document),
      ...{ strict: true, validate: true, quick: false },
      customizeAjv: (ajv) => {
        addFormats(ajv);
        return ajv;
      },
    });
    await api.init();
    const [{ operationId }] = api.getOperations();
    return async ({ status, headers, text }) => {
      const body = text === '' ? undefined : parsed(text);
      const results = [
        api.validateResponse(body, operationId, status),
        api.validateResponseHeaders(headers, operationId, { statusCode: status, setMatchType: 'superset' }),
      ];
      const errors = results.flatMap(({ valid, errors }) => (valid ? [] : [errors?.[0]?.message ?? 'invalid']));
      return { word: errors.length > 0 ? 'found' : 'silent', why: errors.join('; ') };
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
