/** A passage as every engine gets it: what its headings say, and what stands below them. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

/** Finds sections, best first, by their numbers. */
export type Find = (
  question: string,
  limit: number,
) => Promise<readonly number[]> | readonly number[];

/** An index of sections, as its documentation recommends it and nothing more. */
export type BuildIndex = (sections: readonly Section[]) => Promise<Find> | Find;
