import { App, HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import { ready, readWays } from "./ways.ts";

/** The least a Bolt app can do: says a mention back into its thread. What Docent is measured against. */
const { mode, apiUrl, botToken, appToken, signingSecret } = readWays();
const slackApiUrl = { slackApiUrl: apiUrl };

const http = new HTTPReceiver({ signingSecret });
const app = new App({
  token: botToken,
  receiver:
    mode === "http"
      ? http
      : new SocketModeReceiver({
          appToken,
          installerOptions: { clientOptions: { ...slackApiUrl } },
        }),
  clientOptions: { ...slackApiUrl },
  deferInitialization: true,
});
app.event("app_mention", async ({ event, say }) => {
  await say({ text: event.text, thread_ts: event.ts });
});
await app.init();
const server: unknown = await app.start(0);
ready(mode === "http" ? server : undefined);
