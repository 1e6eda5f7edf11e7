/** A version of our own contract document as it was published with a build. */
export interface PublishedContract {
  /** `info.version` of the document. */
  readonly version: string;
  /** SHA-256 (hex) of its canonical JSON, as every run names it. */
  readonly sha256: string;
}

/**
 * The contract published with this build. It is compiled in, so that a document edited on disk is noticed; a test holds it
 * against schemas/axys-v2/openapi.yaml.
 */
export const publishedContract: PublishedContract = {
  version: '1.0.1',
  sha256: '30c2564a80e147fc304cd0442715da3cc2ca4801e3e1074c215e28cea0b0fa1d',
};
