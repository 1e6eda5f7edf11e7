/** What a part is measured with. */
export interface Surroundings {
  /** Fewer and shorter rounds: to see that it works, never to publish. */
  readonly quick: boolean;
  /** An empty folder of its own, absolute; removed afterwards. */
  readonly folder: string;
  /** The folder of the project, absolute. */
  readonly root: string;
  /** A program's path for processes that need one: PATH and HOME of whoever measures. */
  readonly env: Readonly<Record<string, string>>;
  /** A line for whoever waits. */
  readonly say: (line: string) => void;
}

/** A figure that was promised. */
export interface Promised {
  readonly what: string;
  readonly promised: string;
  readonly measured: string;
  readonly kept: boolean;
}

/** What a part found, ready for the page. */
export interface Section {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader must know to take the figures for what they are. */
  readonly notes: readonly string[];
  readonly promises: readonly Promised[];
}

/** One thing that is measured. */
export interface Part {
  /** As `--only` names it. */
  readonly name: string;
  readonly measure: (surroundings: Surroundings) => Promise<Section>;
}
