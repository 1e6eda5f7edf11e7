import tseslint from 'typescript-eslint';

const noEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Only support/config reads the environment; take the value from the configuration or the injected streams.',
};

const injected = 'It is injected: take it from the parts of the run (support/runner/harness-parts.ts).';

/** Time, chance and the process itself, which only the edges below take from the machine. */
const machine = {
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'performance', 'crypto'].map((name) => ({ name, message: injected })),
  ],
  'no-restricted-properties': [
    'error',
    noEnvironment,
    { object: 'Date', property: 'now', message: injected },
    { object: 'Math', property: 'random', message: injected },
    ...['argv', 'cwd', 'exit', 'exitCode', 'hrtime', 'kill', 'on', 'once', 'stderr', 'stdin', 'stdout', 'uptime'].map(
      (property) => ({ object: 'process', property, message: 'Only the edge of the process touches it.' }),
    ),
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: injected },
    { selector: "CallExpression[callee.name='Date']", message: injected },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: [
        ...['node:process', 'node:perf_hooks', 'node:timers'].map((name) => ({ name, message: injected })),
        { name: 'node:timers/promises', importNames: ['setTimeout', 'setInterval', 'scheduler'], message: injected },
        {
          name: 'node:crypto',
          importNames: ['randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID'],
          message: injected,
        },
      ],
      patterns: [
        { regex: '/config/system-clock\\.js$', importNames: ['systemClock', 'wallTime'], message: injected },
        { regex: '/config/random-bytes\\.js$', importNames: ['systemRandomBytes'], message: injected },
      ],
    },
  ],
};

/** Where the machine comes in. */
const edges = [
  // What the machine has, behind the types that are injected.
  'support/config/{build-info,load-configuration,processes,random-bytes,shared-time,system-clock}.ts',
  // Put together once: for a run, for its embedded emulator, for the emulator of a container.
  'support/runner/harness-parts.ts',
  'support/target/embedded/do-emulator-work.ts',
  'support/cli/emulator-main.ts',
  // Holds an answer back, as a slow server does.
  'support/emulator/http/deliver.ts',
  // Where a process begins, and what keeps it.
  'support/cli/{axys-certify,axys-emulator,cucumber-plugin,edge,harness-worker,last-resort,stop-on-signals,until-aborted}.ts',
  'support/mutation/crew/worker-process.ts',
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'reports/**', 'support/contract/generated/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', noEnvironment],
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      // The sources declare no enum to assign to; looking costs a tenth of all linting.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A class is the right shape where state has a lifetime; arrow shorthands that return void read well as tables.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // node:test returns promises that the runner itself awaits; steps and hooks are registered, not called.
    files: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What stands in for an object is cast on purpose; looking costs as much as a tenth of all linting.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['support/**/*.ts', 'steps/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**', '**/test-kit/**', ...edges],
    rules: machine,
  },
  {
    // The edge of the process.
    files: ['support/cli/axys-certify.ts', 'support/cli/edge.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
