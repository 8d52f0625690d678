import { parseArgs } from "node:util";
import { askAlone, askAtRate, times } from "./slack/measure.ts";
import type { Times, UnderLoad } from "./slack/measure.ts";
import { openSubject } from "./slack/subject.ts";
import type { Asked, Subject } from "./slack/subject.ts";

/**
 * An echo bot against Docent, both ways in, in one run: what Docent costs above what Bolt costs. Each bot has a process of
 * its own, and the Slack in front of it is another process's. By themselves the two are asked in turns, a few mentions
 * each, so that what else the machine does falls on both alike; the first are not counted. Bounds: a reply within 1.3 times
 * the echo's at the median; at the given rate, acknowledged within 250 ms at the 99th percentile, nothing lost, nothing
 * doubled. Exit code 1 where one is broken.
 */
const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "300" },
    seconds: { type: "string", default: "30" },
    alone: { type: "string", default: "1000" },
    warm: { type: "string", default: "1000" },
  },
});
const load = { perSecond: Number(values.rate), seconds: Number(values.seconds) };
const IN_TURNS = 50;
const MOST_TIMES = 1.3;
const MOST_ACK_MS = 250;

const broken: string[] = [];
for (const mode of ["socket", "http"] as const) {
  const echo = await openSubject("echo", mode);
  const docent = await openSubject("docent", mode);
  await inTurns([echo, docent], Number(values.warm));
  const [echoAlone, docentAlone] = (await inTurns([echo, docent], Number(values.alone))).map(times);
  report(`${mode} echo`, echoAlone, await askAtRate(echo, load));
  const loaded = await askAtRate(docent, load);
  report(`${mode} docent`, docentAlone, loaded);
  await echo.close();
  await docent.close();

  const ratio = (docentAlone?.reply.p50 ?? Number.NaN) / (echoAlone?.reply.p50 ?? Number.NaN);
  console.log(`${mode}: Docent's reply takes ${ratio.toFixed(2)} times the echo's at the median`);
  if (!(ratio <= MOST_TIMES))
    broken.push(`${mode}: ${ratio.toFixed(2)} times the echo's reply, more than ${MOST_TIMES}`);
  const { ack, lost, doubled } = loaded;
  if (ack.p99 > MOST_ACK_MS)
    broken.push(`${mode}: acknowledged within ${ack.p99} ms at p99, more than ${MOST_ACK_MS}`);
  if (lost + doubled > 0) broken.push(`${mode}: ${lost} lost, ${doubled} doubled`);
}
for (const line of broken) console.error(line);
process.exitCode = broken.length === 0 ? 0 : 1;

async function inTurns(
  subjects: readonly Subject[],
  rounds: number,
): Promise<readonly (readonly Asked[])[]> {
  const asked = subjects.map((): Asked[] => []);
  for (let done = 0; done < rounds; done += IN_TURNS) {
    for (const [index, subject] of subjects.entries())
      asked[index]?.push(...(await askAlone(subject, IN_TURNS)));
  }
  return asked;
}

function report(name: string, alone: Times | undefined, load: UnderLoad): void {
  const both = (what: { readonly p50: number; readonly p99: number } | undefined): string =>
    `p50 ${what?.p50} p99 ${what?.p99} ms`;
  console.log(
    `${name.padEnd(14)} alone: ack ${both(alone?.ack)}, reply ${both(alone?.reply)} | ` +
      `${load.perSecond}/s: ack ${both(load.ack)}, reply ${both(load.reply)}, lost ${load.lost}, doubled ${load.doubled}`,
  );
}
