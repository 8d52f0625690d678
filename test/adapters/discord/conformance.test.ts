import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandDefinitions } from "../../../adapters/discord/commands.ts";
import { parseMessage } from "../../../adapters/discord/parse.ts";
import { conforms, describedHere, strictly } from "../../fakes/discord/openapi.ts";
import { snowflake } from "../../fakes/discord/payloads.ts";
import { createSetting, type Setting } from "./setting.ts";

const FOLDER = new URL("../../../../shared/platform/samples/discord/", import.meta.url);
const present = existsSync(FOLDER) && describedHere;
if (!present) {
  console.log(
    "Discord's own samples and description are not beside the project: their conformance run is left out.",
  );
}

type Json = Record<string, unknown>;
const read = (name: string): Json =>
  JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Json;
const names = present ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];
const BOT_OF_SAMPLES = "1457469483726668048";

describe.runIf(present)("conformance: Discord's own samples", () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await createSetting();
  });
  afterAll(async () => {
    await setting.stop();
    expect(setting.fake.problems).toEqual([]);
  });

  it.each(
    names.filter(
      (name) => name.startsWith("message_create") || name.startsWith("built_message_create"),
    ),
  )("%s is a question, or is not, as a person would see it", (name) => {
    const { data } = read(name) as { data: Parameters<typeof parseMessage>[0] };
    const asked = parseMessage(data, { user: BOT_OF_SAMPLES, role: "1457473602180878604" });
    const expected: Readonly<Record<string, string | undefined>> = {
      "message_create_mention_in_guild.json": "Hey",
      "message_create_role_mention.json": "AI Still there?",
      "built_message_create_dm.json": "Hey",
    };
    expect(asked?.text).toBe(expected[name]);
  });

  it.each(names.filter((name) => !name.startsWith("out_")))(
    "%s is taken in without a fault and without a crash",
    async (name) => {
      const { people, fake, metrics, log } = setting;
      const sample = read(name);
      const t = eventOf(sample);
      const d = complete(
        (sample["data"] !== undefined && t.startsWith("MESSAGE")) || t === "THREAD_CREATE"
          ? (sample["data"] as Json)
          : sample,
      );
      const failures = metrics.total("discord_event_failures_total");
      if (t === "INTERACTION_CREATE") {
        const given = fake.interactions.begin(
          String(d["id"]),
          String(d["token"]),
          Number(d["type"]),
        );
        d["application_id"] = "900000000000000001";
        fake.gateway.dispatch(t, d);
        await people.until(() => given.callbacks.length > 0, "an answer");
      } else {
        const before = metrics.total("discord_events_total");
        fake.gateway.dispatch(t, d);
        const help = people.slash(
          { user: { id: "1", name: "x" }, channel: { id: "5", type: 1, name: "" } },
          "help",
        );
        await people.until(() => help.shown, "a later event");
        expect(metrics.total("discord_events_total")).toBeGreaterThan(before);
      }
      await people.until(() => setting.reception.inFlight() === 0, "the end");
      expect(metrics.total("discord_event_failures_total")).toBe(failures);
      expect(log.lines.filter((line) => line.message === "an interaction failed")).toEqual([]);
    },
  );

  it.each(names.filter((name) => name.startsWith("out_")))(
    "%s, which Discord publishes, passes the checks that Docent's bodies pass",
    (name) => {
      const body = read(name);
      const schema = name.startsWith("out_modal")
        ? "ModalInteractionCallbackRequest"
        : "MessageCreateRequest";
      expect(conforms(schema, body)).toEqual([]);
    },
  );
});

describe.runIf(describedHere)("conformance: the check itself", () => {
  it("takes the commands, and finds an unknown key, a wrong type and a missing one", () => {
    const call = { method: "PUT", path: "/applications/1/commands", at: 0 };
    expect(strictly({ ...call, body: commandDefinitions({ adminsByRole: false }) })).toEqual([]);
    expect(
      strictly({
        ...call,
        body: [{ name: "ask", type: 1, description: "x", colour: "red" }],
      }).join(),
    ).toContain("colour");
    const message = { method: "POST", path: "/channels/1/messages", at: 0 };
    expect(strictly({ ...message, body: { components: [{ type: 10 }] } })).not.toEqual([]);
    expect(strictly({ ...message, body: { flags: "none" } })).not.toEqual([]);
  });
});

function eventOf(sample: Json): string {
  const type = String(sample["type"]);
  if (type.startsWith("GATEWAY_")) return type.replace("GATEWAY_", "");
  return "data" in sample || "token" in sample ? "INTERACTION_CREATE" : "MESSAGE_CREATE";
}

/** What the documentation leaves out of its samples and Discord always sends. */
function complete(sample: Json): Json {
  const user = { id: "1033044521375764530", username: "u", discriminator: "0", avatar: null };
  const interaction = "token" in sample || ("data" in sample && Number(sample["type"]) <= 5);
  if (!interaction) return { channel_id: "5", ...sample };
  const who = "member" in sample ? {} : { user };
  const { channel, ...rest } = sample;
  const author = {
    id: "900000000000000001",
    username: "Docent",
    discriminator: "0",
    avatar: null,
    bot: true,
  };
  const message = {
    id: "1457536567810854934",
    channel_id: "1457536551830421524",
    type: 0,
    author,
    content: "",
    timestamp: "2026-01-05T00:49:57.486000+00:00",
    edited_timestamp: null,
    components: [],
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    flags: 0,
  };
  const known = typeof channel === "object" && channel !== null && "id" in channel;
  return {
    version: 1,
    entitlements: [],
    authorizing_integration_owners: {},
    app_permissions: "0",
    locale: "en-US",
    attachment_size_limit: 1,
    channel_id: "1457536551830421524",
    ...rest,
    ...(known ? { channel } : { channel: { id: "1457536551830421524", type: 1, recipients: [] } }),
    ...who,
    ...(Number(sample["type"]) === 3 && sample["message"] === undefined ? { message } : {}),
    ...("user" in sample && Object.keys(sample["user"] as Json).length === 0 ? { user } : {}),
    id: snowflake(),
    token: `sample-${snowflake()}-${"x".repeat(24)}`,
  };
}
