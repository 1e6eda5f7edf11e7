/** A card number that belongs to nobody, put together here so that no file holds one. It passes the Luhn check. */
export const plantedNumber: string = '4'.padEnd(15, '0') + '2';
