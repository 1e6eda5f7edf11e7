import type { Plugin } from '@cucumber/cucumber/api';
import { setRunHost } from '../runner/run-host.js';
import type { ExitCode } from '../messages/exit-code.js';
import { CucumberHost } from './cucumber-host.js';
import { refuseCucumberOptions, refuseProfileOptions } from './cucumber-options.js';
import { profileOf } from './cucumber-profile.js';
import { explainError } from './explain-error.js';
import { stopOnSignals } from './stop-on-signals.js';
import type { CommandIo } from './streams.js';

// The edge of `npx cucumber-js -p PROFILE`, as axys-certify.ts is of our own command line: it touches the process.
// Cucumber only knows 0 and 1 and prints stacks, so our exit codes and our one line are given here.

/** Cucumber's plugin of the profiles in cucumber.json. */
const plugin: Plugin = {
  type: 'plugin',
  coordinator: async ({ operation, on, environment }) => {
    if (operation !== 'runCucumber') return undefined;
    const io = processIo(environment.cwd, environment.env);
    const argv = process.argv.slice(2);
    await orLeave(io, async () => {
      refuseCucumberOptions(argv, environment.env);
      refuseProfileOptions(await profileOf(argv, environment));
    });
    const host = new CucumberHost(io, argv);
    setRunHost({ open: (parameters) => orLeave(io, () => host.open(parameters)) });
    on('message', (envelope) => {
      host.receive(envelope);
    });
    return async () => {
      const code = await orLeave(io, () => host.close());
      if (code !== null) endWith(code);
    };
  },
};

export default plugin;

function processIo(cwd: string, env: NodeJS.ProcessEnv): CommandIo {
  const interrupted = new AbortController();
  stopOnSignals(process, interrupted);
  const { stdout, stderr } = process;
  return { stdout, stderr, env, cwd, interrupted: interrupted.signal };
}

/** Does the work, or says what is wrong in our words and ends the process with our code. */
async function orLeave<T>(io: CommandIo, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = explainError(error, io);
    await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
    process.exit(code);
  }
}

/** Cucumber sets its own exit code after us; ours is the last word. */
function endWith(code: ExitCode): void {
  process.on('exit', () => {
    process.exitCode = code;
  });
}
