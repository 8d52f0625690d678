import { expect, it } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { plainText } from "../../src/index.ts";
import { knowledgeFolder, write } from "../support/knowledge-folder.ts";
import { startMain } from "../support/start-main.ts";
import type { RunningMain } from "../support/start-main.ts";
import { until } from "../support/until.ts";

const QUESTION = "Where is the sauna?";

async function say({ dataDir }: RunningMain, line: string): Promise<string> {
  return plainText((await callAdmin(adminSocketPath(dataDir), line)).body);
}

it("pages that came while nothing ran close the gaps that they answer, and admins see it", async () => {
  const folder = knowledgeFolder({ "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" });
  const first = startMain({ KNOWLEDGE_SOURCE: folder });
  const response = await fetch(`${await first.address()}/api/v1/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question: QUESTION }),
  });
  expect(await response.json()).toMatchObject({ kind: "abstained" });
  await until(async () => (await say(first, "gaps")).includes(QUESTION));
  first.child.kill("SIGTERM");
  await first.exited;

  write(folder, {
    "sauna.md": `---\nquestions:\n  - ${QUESTION}\n---\n# Sauna\n\nThe sauna is on the roof.\n`,
  });
  const second = startMain({ KNOWLEDGE_SOURCE: folder, DATA_DIR: first.dataDir });
  await second.address();
  await until(async () => (await say(second, "gaps")).includes("closed by test this week"));
  expect(await say(second, "gaps")).toContain(`No open gaps.`);
  expect(await say(second, "gaps all")).toContain(`${QUESTION} · closed by test`);
  expect(second.log().map(({ msg }) => msg)).toContain("gaps have an answer now");
  expect(second.errors()).not.toContain("sauna");
}, 60_000);
