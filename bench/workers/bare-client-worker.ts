import type { Agent } from 'undici';
import type { Access } from '../measure/access.js';
import { bareAgent, bareCall } from '../measure/bare-client.js';
import { timeBlock, type Block } from '../measure/block.js';
import { answerQuestions } from '../measure/worker.js';

/** A block of reads of one server. */
export type ClientQuestion = Block & { readonly access: Access };

const agents = new Map<string, Agent>();

answerQuestions(
  ({ access, ...block }: ClientQuestion) => {
    const agent = agents.get(access.url) ?? bareAgent(access);
    agents.set(access.url, agent);
    const path = `/cardholders/${String(access.cardholderId)}`;
    return timeBlock(block, async () => {
      await bareCall(agent, access, { method: 'GET', path });
    });
  },
  async () => {
    for (const agent of agents.values()) await agent.close();
  },
);
