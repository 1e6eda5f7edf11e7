/** A call that brought no HTTP answer. */
export interface LostCall {
  readonly label: string;
  readonly exchange: string;
}
