import { handedFiles, type HandedName } from './handed-files.js';

/** How it is told that a container can be called. */
export type Readiness =
  /** A line of its log matches this regular expression. */
  | { readonly log: string }
  /** The health check of its image passes. */
  | { readonly healthcheck: true }
  /** Its port is open. */
  | { readonly port: true };

/** How an emulator's container is run. Ours is the default of every member, so that another image names what differs. */
export interface ContainerSettings {
  /** Port of the API inside the container; TLS, base path `/v2`. */
  readonly port: number;
  /** Port of the back channel inside the container; null where the image has none. */
  readonly backChannel: number | null;
  readonly credentials: {
    /** Folder that the credentials are mounted at. */
    readonly folder: string;
    /** User id inside the container that may read them. */
    readonly owner: number;
    /** File name of each, or null for one that is not handed over. */
    readonly files: Readonly<Record<HandedName, string | null>>;
  };
  /** Variables of the container. Values may hold {@link placeholders}; no secret belongs here, engines show them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Arguments of the image's entry point; null leaves the image's own. The same placeholders. */
  readonly command: readonly string[] | null;
  readonly readiness: Readiness;
  /** Seconds until it must be ready. */
  readonly startSeconds: number;
  /** Emulated seconds per second, as `{timeScale}`. */
  readonly timeScale: number | null;
  /** Host name or address at which the engine's published ports are reached; null for loopback, or a remote engine's own. */
  readonly host: string | null;
  /** Mount its file system read-only. */
  readonly readOnly: boolean;
  /** Folders that are writable all the same, in memory. */
  readonly temporary: readonly string[];
}

/** Names that may stand in braces in a command or a variable. */
export const placeholders = ['port', 'backChannel', 'folder', 'seed', 'part', 'timeScale'] as const;

/** True where a container is told the value of a placeholder. */
export function passesOn(
  name: (typeof placeholders)[number],
  { command, environment }: Pick<ContainerSettings, 'command' | 'environment'>,
): boolean {
  return [...(command ?? []), ...Object.values(environment)].some((text) => text.includes(`{${name}}`));
}

/** Port of the back channel inside our own image. */
export const backChannelPort = 8444;

/** Our own image. */
export const ownContainerSettings: ContainerSettings = {
  port: 8443,
  backChannel: backChannelPort,
  credentials: { folder: '/run/axys', owner: 65_532, files: handedFiles },
  environment: {},
  command: [
    ...['--port', '{port}', '--back-channel', '{backChannel}', '--credentials', '{folder}'],
    ...['--program', `{folder}/${handedFiles.program}`, '--seed', '{seed}', '--part', '{part}'],
    ...['--time-scale', '{timeScale}', '--access-log', '/dev/stdout'],
  ],
  readiness: { log: '^listening ' },
  startSeconds: 60,
  timeScale: null,
  host: null,
  readOnly: true,
  temporary: ['/tmp'],
};
