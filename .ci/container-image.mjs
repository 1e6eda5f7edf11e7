// Builds the emulator's image on the container engine that answers, or leaves what `docker build` needs in a folder:
//   npm run image                          builds it and says name, size and what it is built on
//   npm run image -- --context DIR         stages DIR for `docker build --build-arg BASE=scratch DIR`
//   npm run image -- --context DIR --base  stages it without Node.js, for `docker build DIR` on the Dockerfile's base image
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const folder = '../dist/support/target/container';
const { values } = parseArgs({ options: { context: { type: 'string' }, base: { type: 'boolean', default: false } } });

if (values.context === undefined) {
  const { openEngine } = await import(`${folder}/engine.js`);
  const { emulatorImage } = await import(`${folder}/image/emulator-image.js`);
  const engine = await openEngine(null).catch(explained);
  const tell = (sentence) => process.stderr.write(`${sentence}\n`);
  const image = await emulatorImage(engine, null, tell).catch(explained);
  process.stdout.write(`${image.name}  ${image.id}  ${(image.size / 1e6).toFixed(0)} MB  ${image.origin}\n`);
} else {
  const { localNodeFor, ownNodeFacts } = await import(`${folder}/image/local-node.js`);
  const { stageImage } = await import(`${folder}/image/stage-image.js`);
  const engineNames = { x64: 'x86_64', arm64: 'aarch64' };
  const node = values.base ? null : await localNodeFor(engineNames[process.arch] ?? process.arch, ownNodeFacts);
  if (node === null && !values.base) throw new Error('only Linux has a Node.js for an image from scratch: give --base');
  await mkdir(values.context, { recursive: true });
  await stageImage(values.context, node);
  const argument = node === null ? '' : '--build-arg BASE=scratch ';
  process.stdout.write(`docker build ${argument}-t axys-emulator ${values.context}\n`);
}

function explained(error) {
  process.stderr.write(`${error.code ?? 'error'}: ${error.message}\n  ${error.next ?? ''}\n`);
  process.exit(error.exit ?? 1);
}
