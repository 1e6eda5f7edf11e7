/** What a member of card data is. */
export type CardDataKind = 'pan' | 'cvv' | 'expiry' | 'pin';

/** A place where the contract lets card data travel. */
export interface CardDataPlace {
  readonly operationId: string;
  readonly side: 'request' | 'response';
  /** Name of the member, at any depth of the body. */
  readonly member: string;
  readonly kind: CardDataKind;
  /** The vendor's page; `axys-certify` where the place is our assumption. */
  readonly source: string;
}

const issuedMembers = { cardNumber: 'pan', expMonth: 'expiry', expYear: 'expiry', cvv: 'cvv' } as const;

function places(
  operationId: string,
  side: CardDataPlace['side'],
  members: Readonly<Record<string, CardDataKind>>,
  source: string,
): readonly CardDataPlace[] {
  return Object.entries(members).map(([member, kind]) => ({ operationId, side, member, kind, source }));
}

/**
 * The only places where card data may appear. The judge reports it anywhere else; masking replaces it here and notes that
 * it was there. Where the vendor exposes it is contradictory (E-12); the retrieval by getCardDetails is our assumption.
 */
const cardDataPlaces: readonly CardDataPlace[] = [
  ...places('issueVirtualCard', 'response', issuedMembers, 'reference/post_cards-virtual-cardholderid'),
  ...places('issuePhysicalCard', 'response', issuedMembers, 'reference/post_cards-assign-cardholderid'),
  ...places('getCardDetails', 'response', issuedMembers, 'axys-certify'),
  ...places('activateCard', 'request', { ...issuedMembers, newPin: 'pin' }, 'reference/put_cards-cardid-activate'),
  ...places('updateCardPin', 'request', { currentPin: 'pin', newPin: 'pin' }, 'reference/put_cards-cardid-pin'),
];

/** The place in the table for a member of a body, or null. */
export function cardDataPlace(
  operationId: string | null,
  side: CardDataPlace['side'],
  member: string | null,
): CardDataPlace | null {
  const found = cardDataPlaces.find(
    (place) => place.operationId === operationId && place.side === side && place.member === member,
  );
  return found ?? null;
}
