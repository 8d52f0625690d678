import { EventEmitter } from "node:events";
import type { KeyvStoreAdapter, StoredData } from "keyv";
import type { Clock } from "../../src/index.ts";
import type { SqliteBatch } from "./sqlite-batch.ts";
import type { SqliteFile } from "./sqlite-file.ts";

const GET = "SELECT value FROM entries WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)";
export const SET = `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`;
const DELETE = "DELETE FROM entries WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)";

/** A Keyv adapter on Node's own SQLite. A row past its expiry is not there, whether it was swept yet or not. */
export class NodeSqliteKeyv extends EventEmitter implements KeyvStoreAdapter {
  readonly opts = { dialect: "sqlite", url: "sqlite" };
  namespace?: string;
  readonly #file: SqliteFile;
  readonly #batch: Pick<SqliteBatch, "write">;
  readonly #clock: Pick<Clock, "now">;

  constructor(file: SqliteFile, batch: Pick<SqliteBatch, "write">, clock: Pick<Clock, "now">) {
    super();
    this.#file = file;
    this.#batch = batch;
    this.#clock = clock;
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#file.use((_, prepared) => prepared(GET).get(key, this.#clock.now()));
    // Texts are what is kept; Keyv's types do not know that.
    return row?.["value"] as StoredData<Value> | undefined;
  }

  async set(key: string, value: string, ttlMs?: number): Promise<void> {
    const expiresAt = ttlMs === undefined ? null : this.#clock.now() + ttlMs;
    await this.#batch.write((_, prepared) => prepared(SET).run(key, value, expiresAt));
  }

  async delete(key: string): Promise<boolean> {
    const now = this.#clock.now();
    const { changes } = await this.#batch.write((_, prepared) => prepared(DELETE).run(key, now));
    return Number(changes) > 0;
  }

  async clear(): Promise<void> {
    this.#file.use((database) => database.exec("DELETE FROM entries"));
  }
}
