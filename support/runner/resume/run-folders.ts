/** Everything that decides what a run does besides the target: features and what is read beside the contract. */
export const runFolders = ['features', 'schemas'] as const;
