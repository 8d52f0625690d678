// The pages work without this. With it: suggestions while typing, no reload between pages, votes that stay in place.
"use strict";

const policy = window.trustedTypes?.createPolicy("docent", { createHTML: (html) => html });
const parse = (html) => new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
const main = () => document.getElementById("main");
const say = (words) => { document.getElementById("status").textContent = words; };

// ---- suggestions: a combobox as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ describes it ----

let asking; // the request for suggestions that is under way
let timer;

function equip() {
  const input = document.getElementById("q");
  if (input && input.getAttribute("role") !== "combobox") {
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", "options"]]) input.setAttribute(name, value);
    const list = Object.assign(document.createElement("ul"), { id: "options", className: "options", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    input.form.append(list);
  }
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
}

function close() {
  const input = document.getElementById("q");
  const list = document.getElementById("options");
  clearTimeout(timer);
  asking?.abort();
  if (!list) return;
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

async function suggest(input) {
  const typed = input.value.trim();
  if (typed === "") return close();
  asking?.abort();
  const mine = (asking = new AbortController());
  try {
    const response = await fetch(`/api/v1/suggest?limit=${input.dataset.suggestions}&q=${encodeURIComponent(typed.toWellFormed())}`, { signal: mine.signal });
    if (!response.ok || document.activeElement !== input) return;
    const { suggestions } = await response.json();
    if (mine.signal.aborted) return;
    const list = document.getElementById("options");
    list.replaceChildren(...suggestions.map(({ text }, index) => {
      const option = Object.assign(document.createElement("li"), { id: `option-${index}`, textContent: text, dir: "auto" });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    say(list.hidden ? "" : `${suggestions.length} suggestions`);
  } catch (error) {
    // Overtaken by the next letter, or offline: typing goes on without.
    if (error.name !== "AbortError") close();
  }
}

function choose(step) {
  const input = document.getElementById("q");
  const options = [...document.querySelectorAll("#options li")];
  if (options.length === 0) return suggest(input);
  const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = (now + step + options.length + (now < 0 && step < 0 ? 1 : 0)) % options.length;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === next)));
  options[next].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[next].id);
}

document.addEventListener("input", ({ target }) => {
  if (target.id !== "q") return;
  clearTimeout(timer);
  timer = setTimeout(() => suggest(target), 90);
});

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (target.id === "q" && !event.isComposing) {
    const selected = document.querySelector('#options [aria-selected="true"]');
    if (key === "ArrowDown" || key === "ArrowUp") { event.preventDefault(); choose(key === "ArrowDown" ? 1 : -1); }
    else if (key === "Escape" && !document.getElementById("options").hidden) { event.preventDefault(); close(); }
    else if (key === "Enter" && selected) target.value = selected.textContent;
    else if (key === "Tab") close();
  } else if (key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    const input = document.getElementById("q");
    if (input) { event.preventDefault(); input.focus(); input.select(); }
  }
});

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest("#options li");
  if (!option) return event.target.id === "q" ? undefined : close();
  event.preventDefault(); // the focus stays where it is
  const input = document.getElementById("q");
  input.value = option.textContent;
  input.form.requestSubmit();
});

// ---- pages without a reload ----

let going;

async function go(address, { push = true, scroll = 0 } = {}) {
  close();
  going?.abort();
  const mine = (going = new AbortController());
  document.body.classList.add("busy");
  try {
    const response = await fetch(address, { headers: { accept: "text/html" }, signal: mine.signal });
    const page = parse(await response.text());
    const fresh = page.getElementById("main");
    if (!fresh) throw new Error("not a page of ours");
    if (push) {
      history.replaceState({ scroll: scrollY }, "");
      history.pushState({ scroll: 0 }, "", response.redirected ? response.url + new URL(address, location).hash : address);
    }
    document.title = page.title;
    main().replaceWith(document.adoptNode(fresh));
    document.querySelector(".bar").replaceWith(document.adoptNode(page.querySelector(".bar")));
    equip();
    const heading = main().querySelector("h1");
    (heading ?? main()).focus({ preventScroll: true });
    const spot = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (push && spot) spot.scrollIntoView();
    else scrollTo({ top: scroll, behavior: "instant" });
    const answer = main().querySelector(".answer .body, .silence .verdict, .trouble");
    say(answer ? answer.textContent.trim().slice(0, 300) : page.title);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  } finally {
    if (going === mine) document.body.classList.remove("busy");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { origin, pathname, search, hash } = new URL(link.href);
  const samePage = pathname === location.pathname && search === location.search && hash !== "";
  if (origin !== location.origin || samePage || !/^\/(?:$|topics$|docs$|passages\/)/.test(pathname)) return;
  event.preventDefault();
  go(pathname + search + hash);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches(".ask")) {
    event.preventDefault();
    go(`/?${new URLSearchParams(new FormData(form))}`);
  } else if (form.matches(".voting, .missing")) {
    event.preventDefault();
    vote(form, event.submitter);
  }
});

addEventListener("popstate", ({ state }) => go(location.pathname + location.search + location.hash, { push: false, scroll: state?.scroll ?? 0 }));

// ---- votes and links ----

async function vote(form, submitter) {
  const fields = new FormData(form, submitter);
  const note = fields.get("note")?.trim();
  const body = { answer: fields.get("answer"), vote: fields.get("vote"), ...(note && { note }) };
  try {
    const response = await fetch("/api/v1/feedback", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    if (!response.ok) return say("That vote could not be counted. Ask again and vote once more.");
  } catch {
    return say("That vote could not be sent. Is the connection there?");
  }
  const actions = form.closest(".actions");
  for (const button of actions.querySelectorAll(".vote")) button.setAttribute("aria-pressed", String(button.value === body.vote));
  const missing = actions.querySelector(".missing");
  missing.hidden = body.vote !== "not-helpful" || form === missing;
  if (!missing.hidden) missing.querySelector("input[name=note]").focus();
  say("Thank you.");
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location).href);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not allowed";
  }
});

equip();
