// openapi-response-validator: status and body; it takes no headers.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const OpenAPIResponseValidator = require('openapi-response-validator').default;

export default {
  name: 'openapi-response-validator',
  package: 'openapi-response-validator',
  async prepare(document) {
    const [{ get }] = Object.values(structuredClone(document).paths);
    const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
    const validator = new OpenAPIResponseValidator({
      responses: get.responses,
      components: document.components ?? {},
      logger: quiet,
    });
    return async ({ status, text }) => {
      const problem = validator.validateResponse(String(status), text === '' ? undefined : parsed(text));
      return problem === undefined ? { word: 'silent', why: '' } : { word: 'found', why: problem.message };
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
