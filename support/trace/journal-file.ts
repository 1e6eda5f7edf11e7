/** The journal, below a run's folder. */
export const journalFile = 'journal/events.ndjson';
