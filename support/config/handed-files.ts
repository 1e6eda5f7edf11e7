/** What is handed to an emulator that runs somewhere else, each under its usual file name. */
export const handedFiles = {
  serverCertificate: 'server.crt.pem',
  serverKey: 'server.key.pem',
  /** The authority that client certificates must come from. */
  clientAuthority: 'client-ca.crt.pem',
  apiKey: 'api-key',
  /** Program profile, JSON. */
  program: 'program.json',
} as const;

/** Something that is handed over. */
export type HandedName = keyof typeof handedFiles;
