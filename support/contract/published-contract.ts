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
  sha256: 'ccc6e60d68ee29ed78041ab0f5b1816b783154b8c8516731a89573c84b342979',
};
