// Runs the emulator in containers, wherever a container engine answers, and looks at what is left:
//   npm run container-check
// Without an engine every check is skipped, with the reason. Needs no registry.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { after, test } from 'node:test';

const { openEngine } = await import('../dist/support/target/container/engine.js');
const { emulatorImage } = await import('../dist/support/target/container/image/emulator-image.js');
const { containerLabels } = await import('../dist/support/target/container/labels.js');

const engine = await openEngine(null).catch((error) => error);
const skip = engine instanceof Error ? `no container engine answers (${engine.code})` : false;
const dockerode = skip === false ? engine.client.container.dockerode : null;
const work = await mkdtemp(join(tmpdir(), 'axys-container-'));
after(() => rm(work, { recursive: true, force: true }));
// A temporary folder of its own, so that what others do on the machine meanwhile is not taken for something left behind.
env.TMPDIR = join(work, 'tmp');
await mkdir(env.TMPDIR);

/** The names of the volumes that no container uses. */
async function looseVolumes() {
  const { Volumes } = await dockerode.listVolumes({ filters: { dangling: ['true'] } });
  return (Volumes ?? []).map(({ Name }) => Name).sort();
}
const looseBefore = skip === false ? await looseVolumes() : [];

/** Scenarios that wait for the platform's time, and for a callback. */
const tags = ['--tags', '@TM-25 or @TM-53'];
const script = 'dist/support/cli/axys-certify.js';

/** The built command line as a process of its own; `seen` resolves when its output shows a text. */
function start(args, extra = {}) {
  const child = spawn(execPath, ['--', script, ...args], { env: { ...env, ...extra } });
  let text = '';
  const waiting = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece) => {
      text += piece;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
  const seen = (wanted) =>
    Promise.race([
      new Promise((resolve) => waiting.push(() => text.includes(wanted) && resolve(text))),
      ended.then(() => assert.fail(`ended without "${wanted}":\n${text}`)),
    ]);
  return { child, ended, seen };
}

const run = (out, args = [], extra = {}) => start(['run', '--out', join(work, out), ...tags, ...args], extra).ended;
const ours = () => dockerode.listContainers({ all: true, filters: { label: [containerLabels.run] } });
const latest = async (out, file) => readFile(join(work, out, 'latest', file), 'utf8');
const settings = async (name, content) => {
  const file = join(work, name);
  await writeFile(file, content);
  return ['--container-settings', file];
};

test('a container gives the same rows as the embedded emulator, and leaves nothing', { skip }, async () => {
  const [inside, outside] = [await run('embedded'), await run('container', ['--container'])];
  assert.deepEqual([inside.code, outside.code], [0, 0], outside.text);
  const rows = async (out) => JSON.stringify(JSON.parse(await latest(out, 'summary.json')).requirements);
  assert.equal(await rows('container'), await rows('embedded'));
  assert.match(await latest('container', 'logs/container.log'), /^listening .*\n\{.*createCardholder/);
  assert.match(JSON.parse(await latest('container', 'plan/container.json')).image.id, /^sha256:/);
  assert.deepEqual(await ours(), []);
  const verified = await start(['verify', join(work, 'container', 'latest')]).ended;
  assert.equal(verified.code, 0, verified.text);
});

test('the container is confined, and no secret is in it, in its image or in what it prints', { skip }, async () => {
  const { child, ended, seen } = start(['run', '--out', join(work, 'inspected'), '--container']);
  await seen('[3/');
  const [{ Id }] = await ours();
  const container = dockerode.getContainer(Id);
  const shown = await container.inspect();
  const { HostConfig, Config, NetworkSettings } = shown;
  assert.equal(HostConfig.ReadonlyRootfs, true);
  assert.deepEqual([Config.User, HostConfig.CapDrop], ['65532:65532', ['ALL']]);
  assert.deepEqual(HostConfig.SecurityOpt, ['no-new-privileges']);
  for (const [published] of Object.values(NetworkSettings.Ports)) assert.equal(published.HostIp, '127.0.0.1');
  const log = (await container.logs({ stdout: true, stderr: true })).toString('latin1');
  const history = JSON.stringify(await dockerode.getImage(shown.Image).history());
  for (const text of [JSON.stringify(shown), log, history]) assert.doesNotMatch(text, /PRIVATE KEY|axk_/);
  child.kill('SIGTERM');
  assert.equal((await ended).code, 2);
  assert.deepEqual(await ours(), [], 'SIGTERM left a container');
  assert.match(await latest('inspected', 'logs/container.log'), /listening/);
});

test('the health check of the image passes', { skip }, async () => {
  const healthy = await settings('healthy.yaml', 'readiness: { healthcheck: true }\n');
  const { code, text } = await run('healthy', ['--container', ...healthy]);
  assert.equal(code, 0, text);
});

test('what a killed run leaves goes with the next one', { skip }, async () => {
  const { child, ended, seen } = start(['run', '--out', join(work, 'killed'), '--container']);
  await seen('[3/');
  child.kill('SIGKILL');
  await ended;
  assert.equal((await ours()).length, 1);
  const { code, text } = await run('after', ['--container']);
  assert.equal(code, 0, text);
  assert.match(text, /removed the containers that dead runs left: run-/);
  assert.deepEqual(await ours(), []);
});

test('a named image runs by settings of its own: port, mount, readiness, no back channel', { skip }, async () => {
  const { name } = await emulatorImage(engine, null, () => undefined);
  const foreign = await settings(
    'foreign.yaml',
    `port: 9443
backChannel: null
credentials: { folder: /etc/theirs, files: { program: profile.json } }
environment: { TZ: UTC }
command: ["--port", "9443", "--back-channel", "0", "--credentials", "/etc/theirs", "--seed", "{seed}", "--time-scale", "{timeScale}"]
readiness: { log: "listening https://.*:9443" }
readOnly: true
`,
  );
  const { code, text } = await run('foreign', foreign, { AXYS_EMULATOR_IMAGE: name });
  assert.equal(code, 0, text);
  const { requirements } = JSON.parse(await latest('foreign', 'summary.json'));
  const outcome = (id) => requirements.find((row) => row.id === id).outcome;
  // Without a back channel no callback reaches this machine: the Program polls, and the row does not apply.
  assert.deepEqual([outcome('TM-25'), outcome('TM-53')], ['demonstrated', 'not-applicable']);
  const { image } = JSON.parse(await latest('foreign', 'plan/container.json'));
  assert.deepEqual([image.name, image.origin], [name, 'given']);
});

test(
  'shards in containers of the same image are one run; one without a container does not go with them',
  { skip },
  async () => {
    const pack = async (number, out, args) => {
      const flags = ['--out', join(work, out), '--tags', '@TM-01 or @TM-25', '--shard', `${number}/2`];
      const { code, text } = await start(['run', ...flags, ...args]).ended;
      assert.equal(code, 0, text);
      return join(work, out, 'latest');
    };
    const merged = (...packs) => start(['merge', '--out', join(work, 'merged'), ...packs]).ended;
    const [first, second] = [await pack(1, 'first', ['--container']), await pack(2, 'second', ['--container'])];
    const bare = await pack(2, 'bare', []);
    const refused = await merged(first, bare);
    assert.equal(refused.code, 2, refused.text);
    assert.match(refused.text, /MRG-108.*shard 1: \S+; shard 2: no container/);
    const whole = await merged(first, second);
    assert.equal(whole.code, 0, whole.text);
    assert.match(await latest('merged', 'shards/2/plan/container.json'), /"image"/);
  },
);

test('a fault planted in the container rejects the run: it is the container that answers', { skip }, async () => {
  const command = [
    '--program',
    '/run/axys/program.json',
    '--time-scale',
    '16',
    '--fault',
    'designs/pending-slot-accepted',
  ];
  const faulty = await settings('faulty.yaml', `command: ${JSON.stringify(command)}\n`);
  const { code, text } = await run('faulty', ['--container', ...faulty]);
  assert.equal(code, 1, text);
});

test('a container that does not become ready is one coded error with what it said, and is gone', { skip }, async () => {
  const wrong = await settings('wrong.yaml', 'command: ["--no-such-flag"]\nstartSeconds: 20\n');
  const { code, text } = await run('wrong', ['--container', ...wrong]);
  assert.equal(code, 78, text);
  assert.match(text, /CNT-104.*\n.*CMD-101.*--no-such-flag/);
  const silent = await settings('silent.yaml', 'readiness: { log: "never said" }\nstartSeconds: 3\n');
  const late = await run('silent', ['--container', ...silent]);
  assert.equal(late.code, 78, late.text);
  assert.match(late.text, /CNT-104.*3 s/);
  assert.deepEqual(await ours(), []);
});

test('an image that nobody has is 78', { skip }, async () => {
  const { code, text } = await run('missing', [], { AXYS_EMULATOR_IMAGE: 'localhost:1/axys/none:1' });
  assert.equal(code, 78, text);
  assert.match(text, /CNT-102.*localhost:1\/axys\/none:1/);
});

test('nothing is left on the engine', { skip }, async () => {
  assert.deepEqual(await ours(), []);
  assert.deepEqual(await looseVolumes(), looseBefore);
  const folders = (await readdir(env.TMPDIR)).filter((name) => name.startsWith('axys-image-'));
  assert.deepEqual(folders, []);
});
