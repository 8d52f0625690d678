import { describe, expect, it } from "vitest";
import type { World } from "../../cli/core.ts";
import { docent } from "../support/command-line.ts";
import { page } from "../support/editions.ts";
import { knowledgeFolder } from "../support/knowledge-folder.ts";

const VPN = { "it/vpn.md": page("VPN", "The VPN connects laptops to the network.") };

function checking(folder: string, configured = folder, failure?: Error) {
  let closed = false;
  const world: Partial<World> = {
    env: { KNOWLEDGE_SOURCE: configured },
    async openRemains() {
      return {
        administer: () => Promise.reject(new Error("not asked for")),
        async votes() {
          if (failure !== undefined) throw failure;
          const latest = Date.parse("2026-11-09");
          return {
            helpful: 1,
            notHelpful: 2,
            pages: [{ page: "it/vpn.md", helpful: 1, notHelpful: 2, latest }],
          };
        },
        async close() {
          closed = true;
        },
      };
    },
  };
  const called = docent(["check", folder], { world });
  return called.then((all) => ({ ...all, storeClosed: closed }));
}

describe("docent check and what people said of answers", () => {
  it("warns of the configured pages that did not help", async () => {
    const folder = knowledgeFolder(VPN);
    const { code, out, storeClosed } = await checking(folder, `${folder}/`);
    expect([code, storeClosed]).toEqual([0, true]);
    expect(out).toContain("it/vpn.md warning: 2 of 3 votes on answers from this page say that");
    expect(out).toContain("(voted-down)");
  });

  it("leaves other folders alone: the votes are not on their pages", async () => {
    expect((await checking(knowledgeFolder(VPN), "elsewhere")).out).not.toContain("voted-down");
  });

  it("counts the votes on a repository's pages in a work tree of it", async () => {
    const { out } = await checking(knowledgeFolder(VPN), "git+https://host.example/wiki#main:kb");
    expect(out).toContain("voted-down");
  });

  it("checks all the same where the votes cannot be read, and says so", async () => {
    const folder = knowledgeFolder(VPN);
    const { code, out, errors, storeClosed } = await checking(folder, folder, new Error("down"));
    expect([code, storeClosed]).toEqual([0, true]);
    expect(errors).toBe("warning: the votes on answers could not be read: down\n");
    expect(out).toContain("0 errors, 0 warnings");
  });
});
