import type { Interceptor, Send } from './send.js';

/** Names of the client's behaviours. */
export type InterceptorName = 'retry' | 'timeout' | 'trace-context' | 'authentication' | 'logging' | 'recording';

/**
 * Order of the behaviours, outermost first. `recording` is the last one before the wire, so that it sees what was really
 * sent; `logging` is next to it and sees each try judged; `retry` is the first, so that each of its tries passes all the others.
 */
const pipelineOrder: readonly InterceptorName[] = [
  'retry',
  'timeout',
  'trace-context',
  'authentication',
  'logging',
  'recording',
];

/** Puts the behaviours around the transport in {@link pipelineOrder}. */
export function compose(interceptors: Readonly<Record<InterceptorName, Interceptor>>, transport: Send): Send {
  return pipelineOrder.reduceRight((next, name) => interceptors[name](next), transport);
}
