// What a page does beyond showing: copying a quotation, and reaching the box with one key. Without it nothing is missing.
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
    try {
      await write(button.dataset.copy);
      announce(button.dataset.done);
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 2000);
    } catch {
      announce(button.dataset.failed);
    }
    button.focus();
  });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const box = document.querySelector("[aria-keyshortcuts='/']");
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
