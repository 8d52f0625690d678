import type { DatabaseSync } from "node:sqlite";
import type { SqliteFile, Work } from "./sqlite-file.ts";

/** Writes of one turn of the event loop, carried out in one transaction: most of what a write costs is its transaction. */
export interface SqliteBatch {
  /**
   * Resolves once the work is committed. Rejects where it failed by itself or the file did, and then nothing of it is there.
   * Works are done in the order they came in. What is `several` statements is all done or not at all, too.
   */
  write<T>(work: Work<T>, several?: boolean): Promise<T>;
  /** Carries out what waits, now. */
  flush(): void;
}

interface Waiting {
  readonly work: Work<unknown>;
  readonly several: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function createSqliteBatch(file: SqliteFile): SqliteBatch {
  let waiting: Waiting[] = [];

  function alone({ work, several, resolve, reject }: Waiting): void {
    try {
      const carried: Work<unknown> = several
        ? (database, prepared) => inTransaction(database, prepared, () => work(database, prepared))
        : work;
      resolve(file.use(carried));
    } catch (error) {
      reject(error);
    }
  }

  function together(batch: readonly Waiting[]): void {
    let begun = false;
    try {
      const values = file.use((database, prepared) =>
        inTransaction(database, prepared, () => {
          begun = true;
          return batch.map(({ work }) => work(database, prepared));
        }),
      );
      for (const [index, { resolve }] of batch.entries()) resolve(values[index]);
    } catch (error) {
      // Nothing of it was written. One of them is to blame: each by itself, only that one fails. A file that could not
      // even be locked is not waited for once more by each.
      for (const one of batch) {
        if (begun) alone(one);
        else one.reject(error);
      }
    }
  }

  function flush(): void {
    const batch = waiting;
    waiting = [];
    const [first] = batch;
    if (first !== undefined && batch.length === 1) alone(first);
    else if (first !== undefined) together(batch);
  }

  return {
    write<T>(work: Work<T>, several = false) {
      if (waiting.length === 0) setImmediate(flush);
      return new Promise<T>((resolve, reject) => {
        // What a work gives is what its own promise is given.
        waiting.push({ work, several, resolve: resolve as Waiting["resolve"], reject });
      });
    },
    flush,
  };
}

function inTransaction<T>(
  database: DatabaseSync,
  prepared: Parameters<Work<T>>[1],
  work: () => T,
): T {
  prepared("BEGIN IMMEDIATE").run();
  try {
    const value = work();
    prepared("COMMIT").run();
    return value;
  } finally {
    // On a full disk SQLite may have rolled back already.
    if (database.isTransaction) database.exec("ROLLBACK");
  }
}
