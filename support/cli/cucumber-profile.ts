import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import type { IConfiguration } from '@cucumber/cucumber/api';

const require = createRequire(import.meta.url);

/** What Cucumber's own parser finds in a command line, as far as it chooses a profile. */
interface ProfileChoice {
  readonly options: { readonly config?: string; readonly profile: string[] };
}

/**
 * What the profiles that a command line of cucumber-js chooses say together, in whatever form their file is written. A plugin is
 * not told it, so that it is read once more, as Cucumber does.
 */
export async function profileOf(
  argv: readonly string[],
  place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Partial<IConfiguration>> {
  const parser = require('@cucumber/cucumber/lib/configuration/argv_parser') as {
    readonly default: { readonly parse: (argv: string[]) => ProfileChoice };
  };
  const { config, profile } = parser.default.parse(['node', 'cucumber-js', ...argv]).options;
  const { loadConfiguration } = await import('@cucumber/cucumber/api');
  const file = config === undefined ? {} : { file: config };
  // Cucumber has said already what it has to say about the file.
  const unheard = new PassThrough().resume();
  const { useConfiguration } = await loadConfiguration(
    { ...file, profiles: profile },
    { ...place, stdout: unheard, stderr: unheard },
  );
  return useConfiguration;
}
