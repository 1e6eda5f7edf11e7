import type { Layer } from './layer.js';
import { answerLayer } from './layers/answer-layers.js';
import { examineChain } from './layers/chain-layer.js';
import { examineClock } from './layers/clock-layer.js';
import { examineConfiguration } from './layers/configuration-layer.js';
import { connectionLayer } from './layers/connection-layers.js';
import { examineDns } from './layers/dns-layer.js';
import { examineNames } from './layers/names-layer.js';
import { examineNextCertificate } from './layers/next-certificate-layer.js';
import { examinePrivateKey } from './layers/private-key-layer.js';
import { examineValidity } from './layers/validity-layer.js';

/**
 * What stands between a configuration and a first answer, in order. A layer whose needs failed is skipped; the names of
 * a certificate stop nothing, since the platform's answer decides about them.
 * Source: docs/authentication-and-environments, docs/ip-allowlisting-and-network-security.
 */
export const layers: readonly Layer[] = [
  { id: 'configuration', title: 'configuration', needs: [], examine: examineConfiguration },
  { id: 'private-key', title: 'private key', needs: [], examine: examinePrivateKey },
  { id: 'validity', title: 'validity', needs: [], examine: examineValidity },
  { id: 'names', title: 'certificate names', needs: [], examine: examineNames },
  { id: 'chain', title: 'certificate file', needs: [], examine: examineChain },
  { id: 'next-certificate', title: 'next certificate', needs: [], examine: examineNextCertificate },
  { id: 'dns', title: 'DNS both ways', needs: [], examine: examineDns },
  {
    ...{ id: 'connection', title: 'connection', needs: ['private-key', 'validity'] },
    examine: connectionLayer('connection'),
  },
  {
    ...{ id: 'server-certificate', title: 'TLS of the target', needs: ['connection'] },
    examine: connectionLayer('server-certificate'),
  },
  {
    ...{ id: 'client-certificate', title: 'our certificate', needs: ['server-certificate'] },
    examine: connectionLayer('client-certificate'),
  },
  {
    ...{ id: 'network-access', title: 'allowlist and FCrDNS', needs: ['client-certificate'] },
    examine: answerLayer('network-access'),
  },
  { id: 'api-key', title: 'API key', needs: ['network-access'], examine: answerLayer('api-key') },
  { id: 'envelope', title: 'list of cardholders', needs: ['api-key'], examine: answerLayer('envelope') },
  { id: 'clock', title: 'clock', needs: ['client-certificate'], examine: examineClock },
];
