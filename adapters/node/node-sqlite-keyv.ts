import { EventEmitter } from "node:events";
import type { KeyvStoreAdapter, StoredData } from "keyv";
import type { Clock } from "../../src/index.ts";
import type { SqliteFile } from "./sqlite-file.ts";

/** A Keyv adapter on Node's own SQLite. A row past its expiry is not there, whether it was swept yet or not. */
export class NodeSqliteKeyv extends EventEmitter implements KeyvStoreAdapter {
  readonly opts = { dialect: "sqlite", url: "sqlite" };
  namespace?: string;
  readonly #file: SqliteFile;
  readonly #clock: Pick<Clock, "now">;

  constructor(file: SqliteFile, clock: Pick<Clock, "now">) {
    super();
    this.#file = file;
    this.#clock = clock;
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#file.use((database) =>
      database
        .prepare(
          "SELECT value FROM entries WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)",
        )
        .get(key, this.#clock.now()),
    );
    // Keyv hands texts to its `deserialize`; its types do not know that.
    return row?.["value"] as StoredData<Value> | undefined;
  }

  async set(key: string, value: string, ttlMs?: number): Promise<void> {
    const expiresAt = ttlMs === undefined ? null : this.#clock.now() + ttlMs;
    this.#file.use((database) =>
      database
        .prepare(
          `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
        )
        .run(key, value, expiresAt),
    );
  }

  async delete(key: string): Promise<boolean> {
    const { changes } = this.#file.use((database) =>
      database
        .prepare("DELETE FROM entries WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)")
        .run(key, this.#clock.now()),
    );
    return Number(changes) > 0;
  }

  async clear(): Promise<void> {
    this.#file.use((database) => database.exec("DELETE FROM entries"));
  }
}
