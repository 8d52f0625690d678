import { checkSnapshotContract } from "./contracts/snapshot.ts";
import { snapshotOf } from "./support/build-snapshot.ts";

checkSnapshotContract("a snapshot in this thread", async (pages) => snapshotOf(pages));
