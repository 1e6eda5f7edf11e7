import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';

const configError = errorsOf(configMessages, 'configuration');
const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds `package.json`, `features/` and `schemas/`, wherever the package is installed. Absolute. */
export function packageRoot(): string {
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw configError('CFG-401', { folder: here, what: 'package.json above it' });
  }
}

/** Version of this harness, from its package.json. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  if (typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'string') {
    return content.version;
  }
  throw configError('CFG-401', { folder: packageRoot(), what: 'version in package.json' });
}
