import type { Processes } from '../../config/processes.js';
import type { Engine } from './engine.js';
import { containerLabels, ownerIn, type ContainerOwner } from './labels.js';

/** Hours after which a container of ours is left over on any machine: no run lasts that long. */
const longestHours = 24;

/** What is known of a container that carries our labels. */
export interface FoundContainer {
  readonly id: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
}

/** What tells a living owner from a dead one. */
export interface SweepFacts {
  readonly processes: Pick<Processes, 'isRunning'>;
  readonly machine: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** True for a container whose owner is gone: its process on this machine is dead, or it is older than any run can be. */
export async function isLeftOver(found: FoundContainer, { processes, machine, now }: SweepFacts): Promise<boolean> {
  const owner = ownerIn(found.labels);
  if (owner === null) return false;
  if (now - found.created > longestHours * 3_600_000) return true;
  return owner.machine === machine && !(await processes.isRunning(owner.process));
}

/** Removes the containers that dead runs left on the engine, with their credentials; gives the ids of these runs. */
export async function sweepContainers(engine: Engine, facts: SweepFacts): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const found of await containersWith(engine, containerLabels.run)) {
    if (!(await isLeftOver(found, facts))) continue;
    await removeContainer(engine, found.id);
    swept.push(found.labels[containerLabels.run] ?? found.id);
  }
  return swept;
}

/** Removes whatever an owner has left on the engine, running or not. */
export async function removeContainersOf(engine: Engine, { run }: ContainerOwner): Promise<void> {
  const found = await containersWith(engine, `${containerLabels.run}=${run}`);
  await Promise.all(found.map(({ id }) => removeContainer(engine, id)));
}

/** Ends a container and removes it with its anonymous volumes; one that is gone already is fine. */
async function removeContainer({ client }: Engine, id: string): Promise<void> {
  await client.container.dockerode
    .getContainer(id)
    .remove({ force: true, v: true })
    .catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
}

/** 404: nobody has it; 409: somebody else is removing it just now. */
function isGone(error: unknown): boolean {
  const { statusCode } = error as { readonly statusCode?: unknown };
  return statusCode === 404 || statusCode === 409;
}

async function containersWith({ client }: Engine, label: string): Promise<readonly FoundContainer[]> {
  const listed = await client.container.dockerode.listContainers({ all: true, filters: { label: [label] } });
  return listed.map(({ Id, Labels, Created }) => ({ id: Id, labels: Labels, created: Created * 1000 }));
}
