// Suggestions while typing: a combobox as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ describes it.

/** Says something to whoever cannot see what changed; `seen`: and to everybody, because nothing else tells it. */
export function say(words, seen = false) {
  const status = document.getElementById("status");
  status.textContent = words;
  status.className = seen ? "said-aloud" : "unseen";
}

let asking; // the request for suggestions that is under way
let timer;

/** Makes the question's field a combobox, where it is not one yet. */
export function equipField() {
  const input = document.getElementById("q");
  if (input && input.getAttribute("role") !== "combobox") {
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["aria-controls", "options"],
    ])
      input.setAttribute(name, value);
    const list = Object.assign(document.createElement("ul"), {
      id: "options",
      className: "options",
      hidden: true,
    });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    input.form.append(list);
  }
}

/** Takes the suggestions away. */
export function close() {
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
  if (typed === "") {
    close();
    return;
  }
  asking?.abort();
  const mine = (asking = new AbortController());
  try {
    const response = await fetch(
      `/api/v1/suggest?limit=${input.dataset.suggestions}&q=${encodeURIComponent(typed.toWellFormed())}`,
      { signal: mine.signal },
    );
    if (!response.ok || document.activeElement !== input) return;
    const { suggestions } = await response.json();
    if (mine.signal.aborted) return;
    const list = document.getElementById("options");
    list.replaceChildren(
      ...suggestions.map(({ text }, index) => {
        const option = Object.assign(document.createElement("li"), {
          id: `option-${index}`,
          textContent: text,
          dir: "auto",
        });
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        return option;
      }),
    );
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    const { length } = suggestions;
    say(length === 0 ? "" : `${length} ${length === 1 ? "suggestion" : "suggestions"}`);
  } catch (error) {
    // Overtaken by the next letter, or offline: typing goes on without.
    if (error.name !== "AbortError") close();
  }
}

async function choose(step) {
  const input = document.getElementById("q");
  const options = [...document.querySelectorAll("#options li")];
  if (options.length === 0) {
    await suggest(input);
    return;
  }
  const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = (now + step + options.length + (now < 0 && step < 0 ? 1 : 0)) % options.length;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === next)));
  options[next].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[next].id);
}

document.addEventListener("input", ({ target }) => {
  if (target.id !== "q") return;
  clearTimeout(timer);
  timer = setTimeout(() => void suggest(target), 90);
});

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (target.id === "q" && !event.isComposing) {
    const selected = document.querySelector('#options [aria-selected="true"]');
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      void choose(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Escape" && !document.getElementById("options").hidden) {
      event.preventDefault();
      close();
    } else if (key === "Enter" && selected) target.value = selected.textContent;
    else if (key === "Tab") close();
  } else if (
    key === "/" &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
  ) {
    const input = document.getElementById("q");
    if (input) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  }
});

document.addEventListener("pointerdown", ({ target }) => {
  if (target.id !== "q" && !target.closest("#options")) close();
});

document.addEventListener("mousedown", (event) => {
  if (event.target.closest("#options")) event.preventDefault(); // the focus stays where it is
});

// Not before the finger is lifted: it may only mean to scroll.
document.addEventListener("click", ({ target }) => {
  const option = target.closest("#options li");
  if (!option) return;
  const input = document.getElementById("q");
  input.value = option.textContent;
  input.form.requestSubmit();
});
