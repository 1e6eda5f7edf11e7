import { fileURLToPath } from 'node:url';

/** File of the contract this project ships, absolute. */
export const ownContractPath = fileURLToPath(new URL('../../../schemas/axys-v2/openapi.yaml', import.meta.url));
