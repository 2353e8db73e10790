// Putting a passage in the current draft without leaving the page. Without this script the form does it.
"use strict";

for (const form of document.querySelectorAll("form.put")) {
  const button = form.querySelector("button");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams(new FormData(form)),
      });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const told = await answer.json();
      button.textContent = button.dataset.done;
      button.classList.add("done");
      showBar(told);
      announce(told.message);
    } catch {
      announce(button.dataset.failed);
    }
    button.disabled = false;
    button.focus();
  });
}

function showBar(told) {
  const bar = document.querySelector(".draft-bar");
  if (!bar) {
    return;
  }
  bar.hidden = false;
  bar.querySelector(".name").textContent = told.title;
  bar.querySelector(".name").href = told.address;
  bar.querySelector(".count").textContent = told.count;
}
