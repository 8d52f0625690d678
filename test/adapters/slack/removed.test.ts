import { expect, it } from "vitest";
import { lesson } from "../../support/scripted-core.ts";
import { settle } from "../../fakes/clock.ts";
import { startHarness } from "./harness.ts";

const REVOKED = { type: "tokens_revoked", tokens: { bot: ["UBOT"], oauth: [] } };
const UNINSTALLED = { type: "app_uninstalled" };

it.each([
  ["revoked, then uninstalled", [REVOKED, UNINSTALLED]],
  ["uninstalled, then revoked", [UNINSTALLED, REVOKED]],
])(
  "fault 100: %s: what was kept of the workspace goes, and nothing is posted any more",
  async (_, events) => {
    const harness = await startHarness({ lessons: [lesson("senior")] });
    const { slack, send, event, adapter, purged, said } = harness;
    await send(event("app_mention", { text: "<@UBOT> senior?" }));
    await slack.until(() => said().length === 1);
    // Slack takes the token away with the app.
    slack.always("chat.postMessage", { reply: { ok: false, error: "token_revoked" } });
    for (const fields of events) await send(event("app_uninstalled", fields));
    await slack.until(() => purged.length > 0 && adapter.health().state === "failed");
    expect(new Set(purged)).toEqual(new Set(["slack:T1"]));
    expect(adapter.health().note).toContain("Install the app again");
    const calls = slack.callsOf("chat.postMessage").length;
    await send(event("app_mention", { text: "<@UBOT> a senior?" }));
    await settle();
    while (harness.reception.inFlight() > 0) await harness.clock.advance(1_000);
    expect(said()).toHaveLength(1);
    // One that was still on its way: the answer is refused, then the apology, and neither is tried again.
    expect(slack.callsOf("chat.postMessage").length - calls).toBeLessThanOrEqual(2);
  },
);
