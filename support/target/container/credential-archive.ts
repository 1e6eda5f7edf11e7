import type { Readable } from 'node:stream';
import archiver from 'archiver';
import type { ContainerSettings } from '../../config/container-settings.js';
import type { Profile } from '../../config/profile.js';
import type { HandedName } from '../../config/handed-files.js';
import type { ContainerCredentials } from './made-credentials.js';

/** A file that is handed over. */
export interface HandedFile {
  readonly name: string;
  readonly content: string;
}

/** The files a container is given, by the names its settings have for them. Secret. */
export function handedContents(
  { files }: ContainerSettings['credentials'],
  { apiKey, server }: Pick<ContainerCredentials, 'apiKey' | 'server'>,
  profile: Profile,
): readonly HandedFile[] {
  const contents: Readonly<Record<HandedName, string | null>> = {
    serverCertificate: server?.certificate ?? null,
    serverKey: server?.privateKey ?? null,
    clientAuthority: server?.authority ?? null,
    apiKey,
    program: `${JSON.stringify(profile, null, 2)}\n`,
  };
  return (Object.keys(contents) as HandedName[]).flatMap((one) => {
    const [name, content] = [files[one], contents[one]];
    return name === null || content === null ? [] : [{ name, content }];
  });
}

/** The files as a tar for the engine: readable by their owner alone. */
export function credentialArchive(files: readonly HandedFile[], owner: number): Readable {
  const tar = archiver('tar');
  for (const { name, content } of files) {
    // The types lack the owner; the format has it.
    const entry = { name, mode: 0o400, uid: owner, gid: owner };
    tar.append(content, entry);
  }
  // What goes wrong while it is read reaches the reader as an error of the stream.
  void tar.finalize();
  return tar;
}
