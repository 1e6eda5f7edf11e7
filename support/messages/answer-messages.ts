import { defineMessages } from './message.js';

/**
 * How the client explains each class of answer in its log, one message a class. Sources: docs/recipe-program-launch-checklist
 * (the codes a client must handle), docs/ip-allowlisting-and-network-security (the two causes of one 403).
 */
export const answerMessages = defineMessages({
  'CLI-300': { text: 'The call was accepted.', next: '' },
  'CLI-301': {
    text: 'The answer has a success code, but its body says status "error": the call was refused.',
    next: 'Read the body for the reason; nothing may be built on this call.',
  },
  'CLI-302': {
    text: 'The platform could not read the request (400).',
    next: 'Compare the request with the contract; sending it again unchanged is refused again.',
  },
  'CLI-303': {
    text: 'The platform does not know the API key (401).',
    next: 'Check AXYS_API_KEY, and that key and certificate belong to the same Program.',
  },
  'CLI-304': {
    text: 'The network layer refused the calling address (403), for one of two causes that look alike: the address is not on the allowlist, or its forward-confirmed reverse DNS fails.',
    next: 'Check the allowlist first, then that the domains of the certificate resolve to the calling address and the address resolves back to them.',
  },
  'CLI-305': {
    text: 'The platform forbids the call (403), without the words of its network layer.',
    next: 'Check what the API key may reach, and whose object was asked for.',
  },
  'CLI-306': {
    text: 'The object or path does not exist for this Program (404).',
    next: 'Check the id, and that the base URL points at the environment that has it.',
  },
  'CLI-307': {
    text: "The call conflicts with the object's state (409).",
    next: 'Read the object and decide anew; sending it again unchanged is refused again.',
  },
  'CLI-308': {
    text: 'The platform read the request and does not accept its content (422).',
    next: 'Correct the values; sending it again unchanged is refused again.',
  },
  'CLI-309': {
    text: 'Too many calls (429).',
    next: 'A read waits and is sent again by itself; anything else is left to whoever called.',
  },
  'CLI-310': { text: 'The call was refused with a code of the 4xx class.', next: 'Read the body for the reason.' },
  'CLI-311': {
    text: 'The answer points elsewhere (3xx); redirects are never followed.',
    next: 'Check AXYS_BASE_URL.',
  },
  'CLI-312': {
    text: 'The platform failed (5xx), so it is not known whether the call took effect.',
    next: 'A read is sent again by itself; after anything else, read the object before doing it again.',
  },
  'CLI-313': {
    text: 'The status code belongs to no class that an answer can have.',
    next: 'Look at what stands between.',
  },
  'CLI-314': {
    text: 'The connection broke before the answer was complete, so it is not known whether the call took effect.',
    next: 'A read is sent again by itself; after anything else, read the object before doing it again.',
  },
  'CLI-315': {
    text: 'The connection was rejected before HTTP.',
    next: "Check that the client certificate is the Program's and has not expired.",
  },
  'CLI-316': { text: 'The address cannot be connected to.', next: 'Check AXYS_BASE_URL and the way to it.' },
  'CLI-317': {
    text: 'No complete answer came in time, so it is not known whether the call took effect.',
    next: 'Read the object before doing it again.',
  },
  'CLI-318': { text: 'The host name does not resolve.', next: 'Check AXYS_BASE_URL and the resolver.' },
  'CLI-319': {
    text: 'What came back is no HTTP answer that can be read.',
    next: 'Look at what stands between the harness and the platform.',
  },
  'CLI-320': { text: 'The call was cancelled by the harness itself.', next: '' },
  'CLI-321': {
    text: "The harness did not believe the server's certificate, and sent nothing.",
    next: 'Run axys-certify doctor; check AXYS_CA_PATH, the clock of this machine, and what stands between.',
  },
  'CLI-322': {
    text: 'The connection was rejected before HTTP, and the client certificate is out of date by the clock of this machine.',
    next: 'Renew the certificate (and check the clock), then go on with axys-certify run --resume.',
  },
});

/** Codes of {@link answerMessages}. */
export type AnswerCode = keyof typeof answerMessages;
