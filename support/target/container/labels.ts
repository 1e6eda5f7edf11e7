import type { ProcessMark } from '../../config/processes.js';

/** Marks every image we build. */
export const imageLabel = 'org.axys-certify.image';

/** Labels of a container: whose it is, so that a later run removes what a dead one left. */
export const containerLabels = {
  run: 'org.axys-certify.run',
  pid: 'org.axys-certify.pid',
  born: 'org.axys-certify.born',
  machine: 'org.axys-certify.machine',
} as const;

/** Who starts a container. */
export interface ContainerOwner {
  /** Id of the run, or the name of the command. */
  readonly run: string;
  readonly process: ProcessMark;
  /** Host name of the machine the process runs on. */
  readonly machine: string;
}

/** The labels of an owner's container. */
export function labelsOf({ run, process, machine }: ContainerOwner): Record<string, string> {
  return {
    [containerLabels.run]: run,
    [containerLabels.pid]: String(process.pid),
    [containerLabels.born]: process.born ?? '',
    [containerLabels.machine]: machine,
  };
}

/** The owner that labels name; null for labels that are not ours. */
export function ownerIn(labels: Readonly<Record<string, string>>): ContainerOwner | null {
  const { [containerLabels.run]: run, [containerLabels.pid]: pid, [containerLabels.machine]: machine } = labels;
  if (run === undefined || machine === undefined || !/^\d{1,10}$/.test(pid ?? '')) return null;
  const born = labels[containerLabels.born] ?? '';
  return { run, machine, process: { pid: Number(pid), born: born === '' ? null : born } };
}
