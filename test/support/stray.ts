import { catchStrays } from "../../main/last-resort.ts";
import { createLog } from "../../adapters/node/logger.ts";
import { createMeasurements } from "../../adapters/node/metrics.ts";

/**
 * A process in which code fails that nobody watches: `timer`, `promise`, `nothing` (a promise rejected with undefined), then
 * so many more as its second argument says. Prints what was counted, and that it is still there.
 */
const [, , kind = "", storm = "0"] = process.argv;
const log = createLog({ level: "debug", secrets: [], destination: process.stderr });
const { metrics, exposition } = createMeasurements();
let now = 0;
catchStrays({ log, metrics, now: () => now, guilty: () => undefined });

function fail(): void {
  if (kind === "promise") void Promise.reject(new Error("a stray promise"));
  // What a library does that gives up without saying why.
  // oxlint-disable-next-line prefer-promise-reject-errors
  else if (kind === "nothing") void Promise.reject();
  else throw new Error("a stray timer");
}

/** Each in a turn of its own, as they come in life. */
async function failTimes(times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    setImmediate(fail);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

await failTimes(1);
// An hour with one a minute is no storm.
for (let minute = 0; minute < 60; minute += 1) {
  now += 61_000;
  await failTimes(1);
}
await failTimes(Number(storm));
const counted = /docent_stray_failures_total\{.*\} \d+/u.exec(await exposition.text())?.[0];
process.stdout.write(`${counted}\nstill here\n`);
