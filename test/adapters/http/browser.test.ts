import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser, launch, open, WITHOUT_BROWSER } from "./browser.ts";
import type { WatchedPage } from "./browser.ts";
import { PAGES } from "./pages.ts";
import { serve, shippedSnapshot, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

const SCREENSHOTS = new URL("../../../artefacts/screenshots/", import.meta.url).pathname;
const WIDTHS = [390, 820, 1440] as const;
const TIME = { timeout: 120_000 };

/** One of each kind of page, on the shipped knowledge. */
const KINDS = {
  home: "/",
  answer: "/?q=which+database+should+i+learn+first",
  why: "/?q=which+database+should+i+learn+first&view=why",
  chats: "/?q=which+database+should+i+learn+first&view=chats",
  silence: "/?q=how+do+i+bake+bread",
  topics: "/topics",
  passage: "/passages/databases/nosql-databases.md%23which-nosql-database-to-choose",
  docs: "/docs",
  nothing: "/nowhere",
} as const;

if (!hasBrowser) {
  it("is left out without a browser", () => {
    console.log(WITHOUT_BROWSER);
    expect(hasBrowser).toBe(false);
  });
} else {
  describe("in a real browser", TIME, () => {
    let browser: Browser;
    let shipped: Served;
    let small: Served;

    beforeAll(async () => {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const many = { points: 10_000, seconds: 60 };
      const services = { rates: { ask: many, read: many, refused: many } };
      [browser, shipped, small] = await Promise.all([
        launch(),
        serve({ snapshot: shippedSnapshot(), services }),
        serve({ snapshot: snapshotOf(PAGES), services }),
      ]);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await Promise.all([shipped?.stop(), small?.stop()]);
    });

    async function visit(
      path: string,
      options: Parameters<typeof open>[2] = {},
      on = small,
    ): Promise<WatchedPage> {
      const watched = await open(browser, on.url, options);
      await watched.page.goto(path);
      return watched;
    }

    /** Where the answer's first source leads, to its lit lines. */
    async function citation(page: WatchedPage["page"]): Promise<string> {
      await page.goto(KINDS.answer);
      return (await page.locator(".answer footer a").first().getAttribute("href")) ?? "";
    }

    // The dark scheme has other colours, and no other sizes.
    it.each([...WIDTHS.map((width) => [width, "light"] as const), [390, "dark"] as const])(
      "every kind of page is accessible and fits %d pixels, %s",
      async (width, colorScheme) => {
        const { page, complaints, close } = await visit(
          "/",
          { viewport: { width, height: 900 }, colorScheme },
          shipped,
        );
        const kinds = { ...KINDS, cited: await citation(page) };
        for (const [kind, path] of Object.entries(kinds)) {
          await page.goto(path);
          await page.screenshot({
            path: `${SCREENSHOTS}${kind}-${width}-${colorScheme}.png`,
            fullPage: kind !== "cited" && kind !== "docs",
          });
          await expectAccessible(page);
        }
        // The page that is not there is meant to be one.
        expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
        await close();
      },
    );

    it("asks, reads and goes back with the keyboard alone, and without a reload", async () => {
      const { page, complaints, close } = await visit("/");
      await page.evaluate("window.loadedOnce = true");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("skip");
      await page.keyboard.press("/");
      expect(await page.evaluate("document.activeElement.id")).toBe("q");

      await page.keyboard.type("how do i", { delay: 5 });
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      const chosen = await page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent",
      );
      await page.keyboard.press("Enter");
      await page.getByRole("article", { name: "Answer" }).waitFor();
      expect(await page.inputValue("#q")).toBe(chosen);
      expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
      expect(new URL(page.url()).searchParams.get("q")).toBe(chosen);
      expect(await page.textContent("#status")).toContain("token portal");

      const onCitation = "document.activeElement.closest('.source') !== null";
      for (let count = 0; count < 12 && !(await page.evaluate<boolean>(onCitation)); count += 1) {
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await page.locator("#cited").waitFor();
      expect(await page.title()).toContain("Reset your VPN token");
      await page.goBack();
      await page.getByRole("article", { name: "Answer" }).waitFor();
      expect(await page.evaluate("window.loadedOnce")).toBe(true);
      expect(complaints).toEqual([]);
      await close();
    });

    it("suggests while one types, says so, and lets go on Escape", async () => {
      const { page, complaints, close } = await visit("/");
      const field = page.getByRole("combobox", { name: "Your question" });
      await field.fill("vpn");
      await page.getByRole("option").first().waitFor();
      expect(await field.getAttribute("aria-expanded")).toBe("true");
      expect(await page.textContent("#status")).toMatch(/\d suggestions/u);
      await expectAccessible(page);
      await field.press("Escape");
      expect(await field.getAttribute("aria-expanded")).toBe("false");
      expect(await page.getByRole("option").count()).toBe(0);
      await field.fill("vpn ");
      await page.getByRole("option").first().click();
      await page.locator(".card").waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    it("counts a vote in its place, opens one line for what was missing, and takes another vote", async () => {
      const { page, complaints, close } = await visit("/?q=How+do+I+reset+my+VPN+token%3F");
      const helpful = page.getByRole("button", { name: "Helpful", exact: true });
      const notHelpful = page.getByRole("button", { name: "Not helpful" });
      await notHelpful.click();
      await page.getByLabel("What was missing?").fill("A picture");
      await expectAccessible(page);
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByLabel("What was missing?").waitFor({ state: "hidden" });
      expect(await notHelpful.getAttribute("aria-pressed")).toBe("true");
      await helpful.click();
      await page.locator('.vote[value="helpful"][aria-pressed="true"]').waitFor();
      expect(await notHelpful.getAttribute("aria-pressed")).toBe("false");
      expect(complaints).toEqual([]);
      await close();
    });

    it("asks, reads and votes without a script", async () => {
      const { page, complaints, close } = await visit("/", { javaScriptEnabled: false });
      await page.getByLabel("Your question").fill("How do I reset my VPN token?");
      await page.getByRole("button", { name: "Ask" }).click();
      expect(await page.textContent(".answer .body")).toContain("token portal");
      await page.getByRole("button", { name: "Not helpful" }).click();
      await page.getByLabel("What was missing?").fill("A picture");
      await page.getByRole("button", { name: "Send" }).click();
      expect(await page.textContent(".answer .body")).toContain("token portal");
      await page.locator(".source a").first().click();
      expect(await page.locator("#cited").count()).toBe(1);
      await page.getByRole("link", { name: "Topics" }).click();
      await page.getByRole("link", { name: "Printers" }).click();
      expect(await page.textContent("h1")).toBe("Printers");
      expect(complaints).toEqual([]);
      await close();
    });

    it("fault 83: runs nothing that a page or a question brings along, and keeps its shape", async () => {
      const { page, complaints, close } = await visit("/", {
        viewport: { width: 390, height: 900 },
      });
      const attack = `xylophone attack <script>window.pwned=1</script><img src=x onerror="window.pwned=1"></title></style></textarea>`;
      for (const view of ["", "&view=why", "&view=chats"]) {
        await page.goto(`/?q=${encodeURIComponent(attack)}${view}`);
        await expectAccessible(page);
      }
      await page.goto("/topics");
      await page.getByRole("link", { name: /Evil/u }).click();
      await page.getByText("Xylophone attack").waitFor();
      await expectAccessible(page);
      expect(
        await page.evaluate(
          "document.querySelectorAll('main img, main script, main style, main a[href^=javascript]').length",
        ),
      ).toBe(0);
      expect(await page.evaluate("typeof window.pwned")).toBe("undefined");
      expect(complaints).toEqual([]);
      await close();
    });

    it("takes ten megabytes from the clipboard as the longest question there may be", async () => {
      const { page, close } = await visit("/");
      await page.focus("#q");
      await page.evaluate(`document.execCommand("insertText", false, "vpn ".repeat(2_621_440))`);
      expect((await page.inputValue("#q")).length).toBe(4_000);
      await page.keyboard.press("Enter");
      await page.locator(".card").waitFor();
      await expectAccessible(page);
      await close();
    });

    it("shows what went wrong in place, and goes on from there", async () => {
      const rates = {
        ask: { points: 1, seconds: 60 },
        read: { points: 1_000, seconds: 60 },
        refused: { points: 1, seconds: 60 },
      };
      const strict = await serve({ snapshot: snapshotOf(PAGES), services: { rates } });
      const { page, close } = await visit("/?q=vpn", {}, strict);
      await page.fill("#q", "printers");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Too many requests" }).waitFor();
      await expectAccessible(page);
      await page.getByRole("link", { name: "Topics" }).click();
      await page.getByRole("heading", { name: "Topics" }).waitFor();
      await close();
      await strict.stop();
    });
  });
}
