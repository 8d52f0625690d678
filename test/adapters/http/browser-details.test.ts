import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser, launch, open } from "./browser.ts";
import { PAGES } from "./pages.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

const TIME = { timeout: 60_000 };

// What is left out without a browser, and why, stands in browser.test.ts.
describe.runIf(hasBrowser)("in a real browser, looked at closely", TIME, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serve({ snapshot: snapshotOf(PAGES) })]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it("each cited line of code is lit on a line of its own, and all of them are as long", async () => {
    const { page, close } = await open(browser, served.url, {
      viewport: { width: 360, height: 740 },
    });
    const code = PAGES["it/vpn.md"]?.split("\n").indexOf("[connection]") ?? -1;
    await page.goto(
      `/passages/it/vpn.md%23configure-the-vpn-on-linux?lines=${code + 1}-${code + 2}#cited`,
    );
    const boxes = await page.evaluate<readonly { top: number; left: number; width: number }[]>(
      `[...document.querySelectorAll("pre .lit")].map((line) => { const { top, left, width } = line.getBoundingClientRect(); return { top, left, width }; })`,
    );
    expect(boxes).toHaveLength(2);
    const [first, second] = boxes;
    expect(second?.top).toBeGreaterThan(first?.top ?? Infinity);
    expect({ ...second, top: 0 }).toEqual({ ...first, top: 0 });
    await expectAccessible(page);
    await close();
  });

  it("the views stand side by side on a small phone", async () => {
    const { page, close } = await open(browser, served.url, {
      viewport: { width: 360, height: 740 },
    });
    await page.goto("/?q=vpn");
    expect(
      await page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.views'))",
      ),
    ).toBe(0);
    await close();
  });

  it("suggestions are gone through in a circle, each named to a screen reader, and counted in words", async () => {
    const { page, complaints, close } = await open(browser, served.url);
    await page.goto("/");
    const field = page.getByRole("combobox", { name: "Your question" });
    await field.fill("reset");
    await page.getByRole("option").first().waitFor();
    const many = await page.getByRole("option").count();
    expect(await page.textContent("#status")).toBe(
      many === 1 ? "1 suggestion" : `${many} suggestions`,
    );
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();
    const active = "document.activeElement.getAttribute('aria-activedescendant')";
    const selected = `[...document.querySelectorAll("#options [aria-selected=true]")].map(({ id }) => id)`;
    for (const [key, index] of [
      ["ArrowUp", many - 1],
      ["ArrowDown", 0],
      ["ArrowUp", many - 1],
    ] as const) {
      await field.press(key);
      expect(await page.evaluate(active)).toBe(`option-${index}`);
      expect(await page.evaluate(selected)).toEqual([`option-${index}`]);
    }
    expect(await field.getAttribute("aria-controls")).toBe("options");
    await field.press("Escape");
    expect(await page.evaluate(active)).toBeNull();
    expect(await field.inputValue()).toBe("reset");
    expect(complaints).toEqual([]);
    await close();
  });

  it("a finger that begins to scroll on a suggestion asks nothing, and one that taps it asks", async () => {
    const { page, complaints, close } = await open(browser, served.url, {
      hasTouch: true,
      viewport: { width: 360, height: 740 },
    });
    await page.goto("/");
    await page.fill("#q", "reset");
    const option = page.getByRole("option").first();
    await option.dispatchEvent("pointerdown", { pointerType: "touch" });
    await option.dispatchEvent("pointercancel", { pointerType: "touch" });
    expect(await option.isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe("");
    await option.tap();
    await page.getByRole("article", { name: "Answer" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("says for everybody to see what became of a vote that could not be counted", async () => {
    const { page, close } = await open(browser, served.url);
    await page.goto("/?q=How+do+I+reset+my+VPN+token%3F");
    await page.route("**/api/v1/feedback", (route) => route.fulfill({ status: 500, body: "" }));
    await page.getByRole("button", { name: "Helpful", exact: true }).click();
    await page.getByText("That vote could not be counted").waitFor({ state: "visible" });
    expect(await page.locator('.vote[aria-pressed="true"]').count()).toBe(0);
    await expectAccessible(page);
    await close();
  });

  it("keeps the page and what was typed where Docent cannot be reached", async () => {
    const { page, close } = await open(browser, served.url);
    await page.goto("/?q=vpn");
    await page.route("**/*", (route) => route.abort("connectionrefused"));
    await page.fill("#q", "printers");
    await page.keyboard.press("Enter");
    await page.getByText("Docent cannot be reached").waitFor({ state: "visible" });
    expect(await page.inputValue("#q")).toBe("printers");
    expect(new URL(page.url()).search).toBe("?q=vpn");
    await page.unroute("**/*");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/?q=printers");
    await page.getByText("Docent cannot be reached").waitFor({ state: "detached" });
    await close();
  });

  it("shows what the log knows an answer by to those who open it, by keyboard too", async () => {
    const { page, close } = await open(browser, served.url);
    const response = await page.goto("/?q=vpn");
    const trace = response?.headers()["docent-trace"] ?? "none";
    expect(await page.getByText(trace).isVisible()).toBe(false);
    await page.getByText("About this answer").focus();
    await page.keyboard.press("Enter");
    expect(await page.getByText(trace).isVisible()).toBe(true);
    await expectAccessible(page);
    await close();
  });
});
