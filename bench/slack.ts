import { parseArgs } from "node:util";
import { measure } from "./slack/measure.ts";
import type { Figures } from "./slack/measure.ts";

/**
 * An echo bot against Docent, both ways in, in one run: what Docent costs above what Bolt costs. Bounds: a single mention's
 * reply within 1.3 times the echo's at the median; at the given rate, acknowledged within 250 ms at the 99th percentile,
 * nothing lost, nothing doubled. Exit code 1 where one is broken.
 */
const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "300" },
    seconds: { type: "string", default: "30" },
    alone: { type: "string", default: "500" },
  },
});
const plan = {
  perSecond: Number(values.rate),
  seconds: Number(values.seconds),
  alone: Number(values.alone),
};
const MOST_TIMES = 1.3;
const MOST_ACK_MS = 250;

const broken: string[] = [];
for (const mode of ["socket", "http"] as const) {
  const echo = await measure({ ...plan, mode, bot: "echo" });
  const docent = await measure({ ...plan, mode, bot: "docent" });
  report(`${mode} echo`, echo);
  report(`${mode} docent`, docent);
  const times = docent.alone.reply.p50 / echo.alone.reply.p50;
  console.log(`${mode}: Docent's reply takes ${times.toFixed(2)} times the echo's at the median`);
  if (times > MOST_TIMES)
    broken.push(`${mode}: ${times.toFixed(2)} times the echo's reply, more than ${MOST_TIMES}`);
  const { ack, lost, doubled } = docent.load;
  if (ack.p99 > MOST_ACK_MS)
    broken.push(`${mode}: acknowledged within ${ack.p99} ms at p99, more than ${MOST_ACK_MS}`);
  if (lost + doubled > 0) broken.push(`${mode}: ${lost} lost, ${doubled} doubled`);
}
for (const line of broken) console.error(line);
process.exitCode = broken.length === 0 ? 0 : 1;

function report(name: string, { alone, load }: Figures): void {
  const both = (what: { readonly p50: number; readonly p99: number }): string =>
    `p50 ${what.p50} p99 ${what.p99} ms`;
  console.log(
    `${name.padEnd(14)} alone: ack ${both(alone.ack)}, reply ${both(alone.reply)} | ` +
      `${load.perSecond}/s: ack ${both(load.ack)}, reply ${both(load.reply)}, lost ${load.lost}, doubled ${load.doubled}`,
  );
}
