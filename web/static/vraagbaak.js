// What a page does beyond showing: copying, keys, and the recent questions of this browser. Without it nothing is missing.
"use strict";

const notice = document.getElementById("notice");
let clearing = 0;

function announce(text) {
  notice.textContent = "";
  clearTimeout(clearing);
  // An empty region that is filled a moment later is read out even when the words are the same as before.
  setTimeout(() => { notice.textContent = text; }, 30);
  clearing = setTimeout(() => { notice.textContent = ""; }, 6000);
}

// ---- copying ----

async function write(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // A page that is reached by plain HTTP from another machine has no clipboard interface.
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "hidden";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) {
    throw new Error("copying was refused");
  }
}

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const before = document.activeElement;
    try {
      await write(button.dataset.copy);
      announce(button.dataset.done);
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 2000);
    } catch {
      announce(button.dataset.failed);
    }
    // The field that was copied from took the focus along; a key on a passage leaves it with the passage.
    (before && before !== document.body && before.isConnected ? before : button).focus({ preventScroll: true });
  });
}

// ---- what this browser remembers ----

function remembered(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise; // storage may be forbidden, or hold something else
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Without storage nothing is remembered, and nothing else changes.
  }
}

const RECENT = "vraagbaak.recent";
const KEYS_OFF = "vraagbaak.keys-off";
const MOST_RECENT = 8;

function recentQuestions(owner) {
  const kept = remembered(RECENT, {});
  return kept.owner === owner && Array.isArray(kept.questions) ? kept.questions : [];
}

const asked = document.querySelector("[data-recent]");
if (asked) {
  const { recent: text, address, owner } = asked.dataset;
  const others = recentQuestions(owner).filter((question) => question.text !== text);
  remember(RECENT, { owner, questions: [{ text, address }, ...others].slice(0, MOST_RECENT) });
}

const recent = document.getElementById("recent");
if (recent) {
  const questions = recentQuestions(recent.dataset.owner);
  for (const { text, address } of questions) {
    const link = document.createElement("a");
    link.textContent = text;
    // Only addresses of this server: what is in the storage may have been put there by others.
    link.href = new URL(address, location.origin).pathname === location.pathname ? address : location.pathname;
    const item = document.createElement("li");
    item.append(link);
    recent.querySelector("ul").append(item);
  }
  recent.hidden = questions.length === 0;
  const forget = document.getElementById("forget");
  forget.addEventListener("click", () => {
    remember(RECENT, {});
    recent.hidden = true;
    document.getElementById("question").focus();
    announce(forget.dataset.done);
  });
}

// ---- keys ----

const dialog = document.getElementById("keys");
const switchOfKeys = document.getElementById("keys-on");
const passages = [...document.querySelectorAll("article.passage, figure.alike")];

function showKeys() {
  switchOfKeys.checked = !remembered(KEYS_OFF, false);
  dialog.showModal();
}

const opener = document.getElementById("show-keys");
opener.hidden = false;
opener.addEventListener("click", showKeys);
switchOfKeys.addEventListener("change", () => remember(KEYS_OFF, !switchOfKeys.checked));

function chosen() {
  return passages.find((passage) => passage.contains(document.activeElement));
}

function move(step) {
  const now = passages.indexOf(chosen());
  const next = passages[now < 0 ? (step > 0 ? 0 : passages.length - 1) : now + step];
  if (next) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }
}

function press(key) {
  const here = chosen() ?? document.querySelector(".card.cited") ?? passages[0];
  const target = (here ?? document).querySelector(`[data-key="${key}"]`);
  if (!target) {
    return false;
  }
  target.click();
  return true;
}

function toBox() {
  const box = document.querySelector("[aria-keyshortcuts='/']");
  if (!box) {
    return false;
  }
  box.focus();
  box.select();
  return true;
}

// Arrows scroll as ever unless the focus is on a passage or nowhere in particular.
function arrowsAreFree() {
  const active = document.activeElement;
  return passages.length > 0 && (active === document.body || active.id === "content" || passages.includes(active));
}

const ACTIONS = {
  "/": toBox,
  "?": () => { showKeys(); return true; },
  j: () => { move(1); return passages.length > 0; },
  k: () => { move(-1); return passages.length > 0; },
  ArrowDown: () => { const free = arrowsAreFree(); if (free) { move(1); } return free; },
  ArrowUp: () => { const free = arrowsAreFree(); if (free) { move(-1); } return free; },
  c: () => press("c"),
  d: () => press("d"),
  o: () => press("o"),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
  const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : null;
  if (!action || typing || event.ctrlKey || event.metaKey || event.altKey || remembered(KEYS_OFF, false)) {
    return;
  }
  if (action()) {
    event.preventDefault();
  }
});

// ---- a narrow screen: filters follow the passages, closed; what a letter refers to stands before its text, closed ----

const narrowing = document.querySelector("details.narrowing");
if (narrowing && window.matchMedia("(max-width: 69.99rem)").matches) {
  narrowing.open = false;
  for (const link of document.querySelectorAll("a[href='#narrowing']")) {
    link.addEventListener("click", () => { narrowing.open = true; });
  }
}

if (location.hash !== "#related" && window.matchMedia("(max-width: 63.99rem)").matches) {
  for (const folded of document.querySelectorAll("details.foldable")) {
    folded.open = false;
  }
}
