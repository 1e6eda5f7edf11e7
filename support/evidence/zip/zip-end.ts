/** Where the central directory of a zip lies. */
export interface ZipEnd {
  readonly count: number;
  readonly from: number;
  readonly size: number;
}
