// Handing letters in by dropping them, and following a job. Without it the form is sent as any form, and the page of a
// job loads itself again.
"use strict";

const READABLE = /\.(pdf|docx|xml|html?|txt|zip)$/i;

function inWords(size) {
  const language = document.documentElement.lang;
  return size < 1048576
    ? `${Math.max(1, Math.round(size / 1024)).toLocaleString(language)} kB`
    : `${(size / 1048576).toLocaleString(language, { maximumFractionDigits: 1 })} MB`;
}

// ---- choosing and sending ----

function element(name, kind, text) {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

async function filesUnder(entry, path, found) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, name: path + file.name });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // A folder is read a hundred entries at a time.
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!entries.length) {
      return;
    }
    for (const child of entries) {
      if (!child.name.startsWith(".")) {
        await filesUnder(child, `${path}${entry.name}/`, found);
      }
    }
  }
}

async function dropped(transfer) {
  const found = [];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
  if (entries.some(Boolean)) {
    for (const entry of entries.filter(Boolean)) {
      await filesUnder(entry, "", found);
    }
    return found;
  }
  return [...transfer.files].map((file) => ({ file, name: file.name }));
}

function prepare(form) {
  const says = form.dataset;
  const drop = form.querySelector(".drop");
  const box = form.querySelector(".chosen");
  const list = box.querySelector("ul");
  const bar = box.querySelector("progress");
  const total = box.querySelector(".total");
  const problem = form.querySelector(".problem");
  const button = form.querySelector("button[type=submit]");
  const inputs = [...form.querySelectorAll("input[type=file]")];
  let chosen = [];

  function size() {
    return chosen.reduce((sum, each) => sum + each.file.size, 0);
  }

  function complain(text) {
    problem.textContent = text;
    problem.hidden = !text;
  }

  function show() {
    list.replaceChildren(...chosen.map((each) => {
      const line = document.createElement("li");
      line.append(element("span", "", each.name), element("span", "size", inWords(each.file.size)));
      if (!READABLE.test(each.name)) {
        line.append(element("span", "refused", says.unknown));
      } else if (each.file.size > Number(says.each) && !/\.zip$/i.test(each.name)) {
        line.append(element("span", "refused", says.large));
      }
      const remove = element("button", "quiet", says.remove);
      remove.type = "button";
      remove.setAttribute("aria-label", `${says.remove}: ${each.name}`);
      remove.addEventListener("click", () => {
        chosen = chosen.filter((other) => other !== each);
        show();
        (list.querySelector("button") || inputs[0]).focus();
      });
      line.append(remove);
      return line;
    }));
    box.hidden = !chosen.length;
    const words = chosen.length === 1 ? says.one : says.chosen;
    total.textContent = words.replace("{count}", chosen.length).replace("{size}", inWords(size()));
    complain(chosen.length > Number(says.files) ? says.tooMany : size() > Number(says.total) ? says.tooMuch : "");
  }

  function choose(found) {
    const known = new Set(chosen.map((each) => `${each.name}/${each.file.size}`));
    chosen.push(...found.filter((each) => !known.has(`${each.name}/${each.file.size}`)));
    show();
  }

  function tellSent(loaded) {
    bar.hidden = false;
    bar.max = size() || 1;
    bar.value = loaded;
    total.textContent = says.sending.replace("{done}", inWords(Math.min(loaded, size()))).replace("{size}", inWords(size()));
    let before = 0;
    chosen.forEach((each, place) => {
      before += each.file.size;
      const line = list.children[place];
      if (loaded >= before && !line.querySelector(".sent")) {
        line.append(element("span", "sent", "✓"));
      }
    });
  }

  function finish(request) {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // An answer of something between this page and the server.
    }
    if (request.status === 201 && answer.address) {
      total.textContent = says.safe;
      location.assign(answer.address);
      return;
    }
    fail([answer.problem || says.broken, answer.detail || ""].join(" ").trim());
  }

  function fail(text) {
    show();
    bar.hidden = true;
    button.disabled = false;
    complain(text);
  }

  function send() {
    const data = new FormData(form);
    data.delete("bestanden");
    data.delete("map");
    for (const each of chosen) {
      data.append("bestanden", each.file, each.name);
    }
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => tellSent(event.loaded));
    request.addEventListener("load", () => finish(request));
    request.addEventListener("error", () => fail(says.broken));
    button.disabled = true;
    complain("");
    for (const remove of list.querySelectorAll("button")) {
      remove.hidden = true;
    }
    request.send(data);
  }

  for (const input of inputs) {
    input.addEventListener("change", () => {
      const found = [...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
      input.value = "";
      choose(found.filter((each) => !each.name.split("/").some((part) => part.startsWith("."))));
    });
  }
  for (const event of ["dragenter", "dragover"]) {
    drop.addEventListener(event, (happened) => {
      happened.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const event of ["dragleave", "drop"]) {
    drop.addEventListener(event, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    choose(await dropped(event.dataTransfer));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fits = chosen.length <= Number(says.files) && size() <= Number(says.total);
    if (chosen.length && fits) {
      send();
    } else {
      complain(chosen.length ? problem.textContent : says.none);
      inputs[0].focus();
    }
  });
  form.classList.add("scripted");
  form.querySelector(".invite").hidden = false;
}

// ---- following a job ----

function follow(place) {
  const shown = () => place.querySelector(".job-state");
  if (shown().hasAttribute("data-final")) {
    return;
  }
  const load = async () => {
    try {
      const answer = await fetch(place.dataset.state, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        place.innerHTML = await answer.text();
      }
    } catch {
      // The server may be starting again; the next try tells.
    }
    if (shown().hasAttribute("data-final")) {
      announce(shown().dataset.said);
    } else {
      setTimeout(load, 600);
    }
  };
  setTimeout(load, 300);
}

const form = document.querySelector("form.hand-in");
if (form) {
  prepare(form);
}
const job = document.getElementById("job");
if (job) {
  follow(job);
}
