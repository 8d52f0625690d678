// The pages work without this. With it: suggestions while typing, no reload between pages, votes that stay in place.
import { close, equipField, say } from "./suggest.js";

const policy = window.trustedTypes?.createPolicy("docent", { createHTML: (html) => html });
const parse = (html) =>
  new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
const main = () => document.getElementById("main");

const UNREACHABLE = "Docent cannot be reached. Try again in a moment.";

// ---- pages without a reload ----

let going;

async function go(address, { push = true, scroll = 0 } = {}) {
  close();
  going?.abort();
  const mine = (going = new AbortController());
  document.body.classList.add("busy");
  try {
    const response = await fetch(address, {
      headers: { accept: "text/html" },
      signal: mine.signal,
    });
    const page = parse(await response.text());
    const fresh = page.getElementById("main");
    if (!fresh) throw new Error("not a page of ours");
    if (push) {
      history.replaceState({ scroll: scrollY }, "");
      history.pushState(
        { scroll: 0 },
        "",
        response.redirected ? response.url + new URL(address, location).hash : address,
      );
    }
    document.title = page.title;
    main().replaceWith(document.adoptNode(fresh));
    document.querySelector(".bar").replaceWith(document.adoptNode(page.querySelector(".bar")));
    equip();
    const heading = main().querySelector("h1");
    (heading ?? main()).focus({ preventScroll: true });
    const spot = location.hash
      ? document.getElementById(decodeURIComponent(location.hash.slice(1)))
      : null;
    if (push && spot) spot.scrollIntoView();
    else scrollTo({ top: scroll, behavior: "instant" });
    const answer = main().querySelector(".answer .body, .silence .verdict, .trouble");
    say(answer ? answer.textContent.trim().slice(0, 300) : page.title);
  } catch (error) {
    if (error.name === "AbortError") return;
    // What cannot be reached leaves the page as it is, with what was typed; going back has changed the address already.
    if (push && error instanceof TypeError) say(UNREACHABLE, true);
    else location.assign(address);
  } finally {
    if (going === mine) document.body.classList.remove("busy");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  const { origin, pathname, search, hash } = new URL(link.href);
  const samePage = pathname === location.pathname && search === location.search && hash !== "";
  if (origin !== location.origin || samePage || !/^\/(?:$|topics$|docs$|passages\/)/.test(pathname))
    return;
  event.preventDefault();
  void go(pathname + search + hash);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches(".ask")) {
    event.preventDefault();
    void go(`/?${new URLSearchParams(new FormData(form))}`);
  } else if (form.matches(".voting, .missing")) {
    event.preventDefault();
    void vote(form, event.submitter);
  }
});

addEventListener(
  "popstate",
  ({ state }) =>
    void go(location.pathname + location.search + location.hash, {
      push: false,
      scroll: state?.scroll ?? 0,
    }),
);

// ---- votes and links ----

async function vote(form, submitter) {
  const fields = new FormData(form, submitter);
  const note = fields.get("note")?.trim();
  const body = { answer: fields.get("answer"), vote: fields.get("vote"), ...(note && { note }) };
  try {
    const response = await fetch("/api/v1/feedback", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      return say("That vote could not be counted. Ask again and vote once more.", true);
  } catch {
    return say(UNREACHABLE, true);
  }
  const actions = form.closest(".actions");
  for (const button of actions.querySelectorAll(".vote"))
    button.setAttribute("aria-pressed", String(button.value === body.vote));
  const missing = actions.querySelector(".missing");
  missing.hidden = body.vote !== "not-helpful" || form === missing;
  if (!missing.hidden) missing.querySelector("input[name=note]").focus();
  say("Thank you.");
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copy]");
  if (button) void copy(button);
});

async function copy(button) {
  try {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location).href);
    button.textContent = "Copied";
    say("The link is copied.");
  } catch {
    button.textContent = "Not allowed";
  }
}

function equip() {
  equipField();
  for (const button of document.querySelectorAll("[data-copy]"))
    button.hidden = !navigator.clipboard;
}

equip();
