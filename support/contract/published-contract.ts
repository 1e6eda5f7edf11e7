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
  sha256: '00b643962aa0ed80b14ca793ee99ba7ac79a0a9073b1c716b32d47a71521c33f',
};
