import { describe, expect, it } from "vitest";
import { gitRemote } from "../../../adapters/node/git-remote.ts";

const ENVIRONMENT = {
  PATH: "/bin",
  HOME: "/home/docent",
  https_proxy: "http://proxy:3128",
  SLACK_BOT_TOKEN: "xoxb-1",
  GIT_SSH_COMMAND: "ssh -i /keys/deploy",
};

describe("where git fetches from", () => {
  it("has no credentials in its address or its options, and hides them in what git says", () => {
    const remote = gitRemote("https://ada:s%20cret@example.com/kb.git", ENVIRONMENT);
    expect(remote.url).toBe("https://example.com/kb.git");
    expect(remote.options.join(" ")).not.toMatch(/ada|cret/);
    expect(remote.env).toMatchObject({ DOCENT_GIT_USER: "ada", DOCENT_GIT_PASSWORD: "s cret" });
    expect(remote.hide("denied for ada:s%20cret and s cret")).toBe(
      "denied for [secret]:[secret] and [secret]",
    );
  });

  it("keeps the name of an ssh address, which is no secret, and drops a password", () => {
    expect(gitRemote("ssh://git:pw@example.com/kb.git", {}).url).toBe(
      "ssh://git@example.com/kb.git",
    );
  });

  it("shows git nothing of the environment but where things are", () => {
    const { env } = gitRemote("ssh://git@example.com/kb.git", ENVIRONMENT);
    expect(env).not.toHaveProperty("SLACK_BOT_TOKEN");
    expect(env).toMatchObject({
      PATH: "/bin",
      https_proxy: "http://proxy:3128",
      GIT_SSH_COMMAND: "ssh -i /keys/deploy",
      GIT_TERMINAL_PROMPT: "0",
    });
    expect(gitRemote("ssh://git@example.com/kb.git", {}).env["GIT_SSH_COMMAND"]).toContain(
      "BatchMode=yes",
    );
  });

  it("lets git speak the address's protocol and no other", () => {
    const { options } = gitRemote("ssh://git@example.com/kb.git", {});
    expect(options).toContain("protocol.allow=never");
    expect(options.filter((option) => /^protocol\..*always$/.test(option))).toEqual([
      "protocol.ssh.allow=always",
    ]);
  });

  it("refuses credentials that would say more than a name and a password", () => {
    const broken = (): unknown => gitRemote("https://ada:x%0Ahost=evil@example.com/kb.git", {});
    expect(broken).toThrow("credentials of KNOWLEDGE_SOURCE are broken");
    expect(broken).not.toThrow("evil");
  });

  it("takes a lone % for itself", () => {
    const { env } = gitRemote("https://100%@example.com/kb.git", {});
    expect(env["DOCENT_GIT_USER"]).toBe("100%");
  });
});
