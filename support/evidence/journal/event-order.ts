import type { JournalLine } from '../../trace/journal-event.js';

type EventType = JournalLine['type'];

/** What can happen at any time while a run is under way. */
const underWay = ['intent', 'replay-cut', 'lost-answer', 'scenario-finished', 'clock-jumped', 'shard-joined'] as const;

/** Events that begin a part of a run that another process made. */
export const newParts: ReadonlySet<EventType> = new Set<EventType>(['resumed', 'shard-joined']);

/** What may follow an event. A run that ended is resumed when it died before its pack was closed. */
const followers: Readonly<Record<EventType | 'nothing', readonly EventType[]>> = {
  nothing: ['run-started'],
  'run-started': [...underWay, 'resumed', 'stopped', 'ended'],
  resumed: [...underWay, 'resumed', 'stopped', 'ended'],
  'shard-joined': [...underWay, 'resumed', 'stopped', 'ended'],
  intent: [...underWay, 'resumed', 'stopped', 'ended'],
  'replay-cut': [...underWay, 'resumed', 'stopped', 'ended'],
  'lost-answer': [...underWay, 'resumed', 'stopped', 'ended'],
  'scenario-finished': [...underWay, 'resumed', 'stopped', 'ended'],
  'clock-jumped': [...underWay, 'resumed', 'stopped', 'ended'],
  stopped: ['resumed'],
  ended: ['resumed'],
};

/** Holds the events of a journal against the order in which a run can happen, and against time. */
export class EventOrder {
  #last: JournalLine | null = null;

  /** True when the last event ends a run. */
  get isOver(): boolean {
    return this.#last?.type === 'stopped' || this.#last?.type === 'ended';
  }

  /** Takes the next event; half a sentence when it cannot stand here, else null. */
  next(event: JournalLine): string | null {
    const last = this.#last;
    this.#last = event;
    if (!followers[last?.type ?? 'nothing'].includes(event.type)) {
      return `the event "${event.type}" cannot follow ${last === null ? 'nothing' : `"${last.type}"`}`;
    }
    // Only another process, on another day, may have had another clock.
    const backwards = last !== null && !newParts.has(event.type) && event.at < last.at;
    return backwards ? `it happened at ${event.at}, before the line before it (${last.at})` : null;
  }
}
