import { expect, test } from "vitest";
import { person } from "./fakes/person.ts";
import { snapshotOf } from "./support/build-snapshot.ts";
import { openAssistant } from "./support/open-assistant.ts";

test("fault 4: a question with more words than are looked up is answered, and counted", async () => {
  const { assistant, metrics } = openAssistant({
    snapshot: snapshotOf({ "vpn.md": "# VPN\n\nThe VPN needs a token." }),
  });
  const asker = person("alice");
  await assistant.ask({ text: "What does the VPN need?", asker });
  expect(metrics.total("query_capped_total")).toBe(0);
  const many = Array.from({ length: 2_000 }, (_, at) => `w${at}`).join(" ");
  await assistant.ask({ text: `vpn ${many}`, asker });
  expect(metrics.total("query_capped_total")).toBe(1);
});
