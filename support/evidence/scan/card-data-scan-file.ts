/** File with what was looked for in a finished pack, and what was found. */
export const cardDataScanFile = 'card-data-scan.json';
