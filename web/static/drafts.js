// The editor of a draft: saves what is typed within two seconds, keeps a copy in the browser until the server has it,
// and inserts quotations and notes where the cursor stands. Without it there are buttons that do the same.
"use strict";

const draftForm = document.getElementById("draft");
const savedLine = document.getElementById("saved");
const elsewhere = document.getElementById("elsewhere");
const words = draftForm.dataset;

const QUIET = 700; // milliseconds after the last key
const LONGEST = 1500; // milliseconds that something may stay unsaved while somebody types on
const PATIENCE = 10000; // milliseconds that the server may take
const RETRY = 2000; // milliseconds between attempts while the server does not answer
const ORPHAN = 10000; // milliseconds after which a copy belongs to no page that is still open

// ---- what is typed ----

function fields() {
  return [...draftForm.elements].filter(
    (field) => field.name && field.name !== "actie" && field.name !== "doel" && field.name !== "versie",
  );
}

function typed() {
  return JSON.stringify(fields().map((field) => [field.name, field.value.replaceAll("\r\n", "\n")]));
}

function base() {
  return draftForm.elements.versie.value;
}

function body(action) {
  const data = new URLSearchParams(fields().map((field) => [field.name, field.value]));
  data.set("versie", base());
  data.set("actie", action);
  return data;
}

// ---- the copy in this browser ----

const prefix = `vraagbaak:${words.draft}:`;
const page = `${prefix}${Date.now()}-${Math.random().toString(36).slice(2)}`;

function keepCopy(submitted = false) {
  try {
    localStorage.setItem(page, JSON.stringify({ base: base(), typed: typed(), at: Date.now(), submitted }));
    sessionStorage.setItem(prefix, page);
  } catch {
    // A browser that keeps nothing still saves to the server.
  }
}

function dropCopy(key = page) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function copies() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }))
      .sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

function fill(pairs) {
  for (const [name, value] of pairs) {
    let field = draftForm.elements[name];
    if (name === "sectie" || field === undefined) {
      const held = [...draftForm.querySelectorAll("[name=sectie]")].some((section) => section.value === value);
      if (name === "sectie" && held) {
        continue;
      }
      // A section that the page does not have: it goes along unseen until one of the texts is chosen.
      field = document.createElement("textarea");
      field.hidden = true;
      field.name = name;
      draftForm.append(field);
    }
    field.value = value;
  }
}

function recover() {
  const own = sessionStorage.getItem(prefix);
  for (const copy of copies()) {
    const same = copy.typed === typed();
    const handedOver = copy.submitted && copy.base !== base();
    if (same || handedOver) {
      dropCopy(copy.key);
    } else if (copy.key === own || Date.now() - copy.at > ORPHAN) {
      const agrees = copy.base === base();
      fill(JSON.parse(copy.typed));
      draftForm.elements.versie.value = copy.base;
      keepCopy();
      dropCopy(copy.key);
      if (agrees) {
        announce(words.recovered);
        save();
      } else {
        conflict({});
      }
      return;
    }
  }
}

// ---- saving ----

let onServer = typed();
let timer = 0;
let unsavedSince = 0;
let waiting = false; // for the server to answer again
let inConflict = false;

function changed() {
  if (typed() === onServer) {
    return;
  }
  keepCopy();
  if (inConflict || waiting) {
    return;
  }
  const now = Date.now();
  unsavedSince = unsavedSince || now;
  clearTimeout(timer);
  timer = setTimeout(() => save(), Math.max(0, Math.min(QUIET, unsavedSince + LONGEST - now)));
  savedLine.textContent = words.saving;
}

// One at a time: the server would take two that are under way for the texts of two people.
let queue = Promise.resolve();
let sending = false;

function save(action = "vanzelf") {
  clearTimeout(timer);
  queue = queue.then(async () => {
    if (inConflict || (action === "vanzelf" && typed() === onServer)) {
      return;
    }
    sending = true;
    await send(action);
    sending = false;
    if (!waiting && typed() !== onServer) {
      changed();
    }
  });
  return queue;
}

async function send(action) {
  const sent = typed();
  waiting = false;
  try {
    const answer = await fetch(draftForm.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: body(action),
      keepalive: document.visibilityState === "hidden",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 409) {
      conflict(await answer.json());
    } else if (answer.ok) {
      confirmed(await answer.json(), sent);
    } else {
      again(words.refused);
    }
  } catch {
    again(words.waiting);
  }
}

function confirmed(told, sent) {
  draftForm.elements.versie.value = told.revision;
  onServer = sent;
  unsavedSince = 0;
  savedLine.textContent = `${words.saved} ${told.saved}`;
  if (savedLine.classList.contains("trouble")) {
    savedLine.classList.remove("trouble");
    announce(savedLine.textContent);
  }
  if (typed() === sent) {
    dropCopy();
  } else {
    keepCopy();
  }
}

function again(why) {
  savedLine.textContent = why;
  if (!savedLine.classList.contains("trouble")) {
    savedLine.classList.add("trouble");
    announce(why);
  }
  keepCopy();
  waiting = true;
  clearTimeout(timer);
  timer = setTimeout(() => save(), RETRY);
}

function conflict(told) {
  inConflict = true;
  keepCopy();
  const who = [told.by, told.saved].filter(Boolean).join(", ");
  document.getElementById("elsewhere-by").textContent = who;
  elsewhere.hidden = false;
  savedLine.textContent = "";
}

draftForm.addEventListener("input", changed);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") {
    save();
  } else {
    refreshSources();
  }
});
window.addEventListener("pagehide", () => save());

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save("bewaar");
  }
});

draftForm.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (button && button.value === "bewaar") {
    event.preventDefault();
    save("bewaar");
  } else if (sending) {
    event.preventDefault();
    await queue;
    draftForm.requestSubmit(button);
  } else {
    clearTimeout(timer);
    keepCopy(true);
  }
});

for (const link of document.querySelectorAll(".export a")) {
  link.addEventListener("click", async (event) => {
    if (typed() !== onServer && !inConflict) {
      // The file is to hold the last words too.
      event.preventDefault();
      await save();
      location.assign(link.href);
    }
  });
}

// ---- inserting ----

let cursor = draftForm.querySelector("textarea.answer-text");

draftForm.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea.answer-text")) {
    cursor = event.target;
  }
});

function insert(text, field = cursor) {
  if (!field) {
    return;
  }
  field.focus();
  const before = field.value[field.selectionStart - 1];
  const spaced = text.startsWith("“") && before && !/[\s(]/.test(before) ? ` ${text}` : text;
  // The old command is the only one that the browser's own undo knows.
  if (!document.execCommand("insertText", false, spaced)) {
    field.setRangeText(spaced, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  announce(words.inserted);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-insert]");
  if (button) {
    event.preventDefault();
    insert(button.dataset.insert);
  }
});

for (const target of document.querySelectorAll(".target")) {
  target.hidden = true; // the cursor says where
}

// ---- sources, and passages beside a question ----

const sourceList = document.querySelector("[data-sources]");

async function refreshSources() {
  try {
    const answer = await fetch(sourceList.dataset.sources);
    if (answer.ok) {
      sourceList.innerHTML = await answer.text();
    }
  } catch {
    // The list stays as it was.
  }
}

async function load(details) {
  const place = document.createElement("div");
  place.textContent = details.dataset.loading;
  details.append(place);
  try {
    const answer = await fetch(details.dataset.passages);
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    place.innerHTML = await answer.text();
  } catch {
    place.textContent = details.dataset.failed;
  }
}

const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((each) => each.isIntersecting && each.target.open)) {
    watcher.unobserve(entry.target);
    load(entry.target);
  }
}, { rootMargin: "200px" });

for (const details of document.querySelectorAll("details[data-passages]")) {
  watcher.observe(details);
  details.addEventListener("toggle", () => {
    watcher.unobserve(details);
    if (details.open && !details.querySelector("div")) {
      watcher.observe(details);
    }
  });
}

draftForm.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-then]");
  if (!button) {
    return;
  }
  button.disabled = true;
  try {
    const answer = await fetch(button.parentElement.dataset.put, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(button.parentElement.dataset.passage),
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const told = await answer.json();
    await refreshSources();
    if (button.dataset.then) {
      insert(told[button.dataset.then], document.getElementById(`antwoord-${button.dataset.section}`));
    } else {
      announce(told.message);
    }
  } catch {
    announce(words.refused);
  }
  button.disabled = false;
});

// ---- the height of what is typed, where the style sheet cannot see to it ----

if (!CSS.supports("field-sizing", "content")) {
  const grow = (field) => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };
  for (const field of draftForm.querySelectorAll("textarea:not([hidden])")) {
    grow(field);
    field.addEventListener("input", () => grow(field));
  }
}

recover();
