import { defineMessages } from './message.js';

/** An emulator's container that cannot be had here; each ends a command with exit 78. */
export const containerMessages = defineMessages({
  'CNT-101': {
    text: 'No container engine answers, so the emulator cannot run in a container: start Docker or Podman (DOCKER_HOST names its socket), or leave out --container and AXYS_EMULATOR_IMAGE to run it in process.',
    next: '',
  },
  'CNT-102': {
    text: 'The image {image} is not on the engine and cannot be fetched: {problem}.',
    next: 'Load or pull it there first, or unset AXYS_EMULATOR_IMAGE and use --container, which builds the image.',
  },
  'CNT-103': {
    text: "The emulator's image could not be built: {problem}.",
    next: 'Run "npm run image" to see it happen; docs/containers.md says what an engine needs.',
  },
  'CNT-104': {
    text: 'The container of {image} was not ready within {seconds} s ({problem}). It said last: {said}',
    next: 'Check port, command and readiness in the container settings (docs/containers.md), or raise startSeconds.',
  },
  'CNT-105': {
    text: 'The engine refused the container of {image}: {problem}.',
    next: 'docs/containers.md lists what a container is started with and which settings change it.',
  },
  'CNT-106': {
    text: 'The back channel of {image} does not answer on port {port}: {problem}.',
    next: 'Only our own image has one. Set "backChannel: null" in the container settings for another emulator.',
  },
  'CNT-107': {
    text: 'Nothing can be built for this engine: no base image {base} can be had, and this machine has no Node.js for {architecture}.',
    next: 'Pull {base} on the engine, or build the image elsewhere and name it in AXYS_EMULATOR_IMAGE.',
  },
  'CNT-121': {
    text: 'Expected container settings (YAML or JSON) in {file}; {problem}.',
    next: 'docs/containers.md lists the members; every one has a default.',
  },
  'CNT-122': {
    text: 'Bad container settings in {file} at {where}: expected {expected}, received {received}.',
    next: 'docs/containers.md lists the members; every one has a default.',
  },
  'CNT-123': {
    text: 'AXYS_ENV={environment}{address} names a target that already runs, and {asked} starts an emulator in a container.',
    next: 'Keep one of the two: unset {asked}, or leave AXYS_ENV at emulator and AXYS_BASE_URL unset.',
  },
});

/** A flag that means nothing without another; exit 64. */
export const containerUsageMessages = defineMessages({
  'CNT-131': {
    text: '--container-settings says how a container is run, and none is asked for.',
    next: 'Give --container as well, or name an image in AXYS_EMULATOR_IMAGE.',
  },
});
