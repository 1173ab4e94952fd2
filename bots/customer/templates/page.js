// Brings the parts of the order's page up to date, tells when the page is looked at, and sends messages without leaving
// the page. Without this script everything works by plain forms.
"use strict";
(() => {
  const main = document.querySelector("main[data-base]");
  if (!main) return;
  const { base, token } = main.dataset;
  const flash = document.getElementById("flash");
  const EVERY = 8000;
  const marks = new Map([...document.querySelectorAll(".part")].map((part) => [part.id.slice(5), part.dataset.mark]));
  let etag = "";
  let ended = false;

  const log = () => document.querySelector(".log");
  const atEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 60;
  const toEnd = () => { const box = log(); if (box) box.scrollTop = box.scrollHeight; };

  // What somebody is typing into, has chosen or opened is left alone until they are done.
  function busy(part) {
    if (part.contains(document.activeElement) && document.activeElement !== log()) return true;
    if (part.querySelector("details[open]")) return true;
    return [...part.querySelectorAll("textarea, input[type=file]")].some((one) => one.value !== "");
  }

  function show(told) {
    let news = false;
    for (const [name, [mark, html]] of Object.entries(told.parts)) {
      const part = document.getElementById(`part-${name}`);
      if (!part || marks.get(name) === mark) continue;
      if (busy(part)) { marks.set(name, "waits"); continue; }
      const end = name === "messages" && log() && atEnd(log());
      part.innerHTML = html;
      marks.set(name, mark);
      news = true;
      if (end) toEnd();
    }
    for (const field of document.querySelectorAll("input[name=nonce]")) field.value = told.nonce;
    return news;
  }

  async function look() {
    if (ended || document.hidden) return;
    try {
      const answer = await fetch(`${base}/live`, {
        headers: { Accept: "application/json", ...(etag ? { "If-None-Match": etag } : {}) }, cache: "no-store",
      });
      if (answer.status === 404 || answer.status === 403) { ended = true; return; }
      if (answer.status !== 200) return;
      const first = etag === "";
      etag = answer.headers.get("ETag") || "";
      if (show(await answer.json()) || first) seen();
      if ([...marks.values()].includes("waits")) etag = "";
    } catch { /* offline: the next look comes anyway */ }
  }

  function seen() {
    if (document.hidden) return;
    const body = new URLSearchParams({ token });
    fetch(`${base}/seen`, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => {});
  }

  async function send(form) {
    const button = form.querySelector("button");
    const problem = form.querySelector(".problem");
    problem.hidden = true;
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new FormData(form), headers: { Accept: "application/json" },
      });
      const told = await answer.json();
      if (answer.ok) {
        form.reset();
        flash.textContent = told.said;
        flash.hidden = false;
        etag = "";
        await look();
        toEnd();
      } else {
        problem.textContent = told.problem;
        problem.hidden = false;
      }
    } catch {
      // Not even an answer: the plain form tells what the matter is.
      HTMLFormElement.prototype.submit.call(form);
    }
    button.disabled = false;
    form.querySelector("textarea").focus();
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.classList.contains("compose")) {
      event.preventDefault();
      send(form);
      return;
    }
    // A second tap while the first is under way sends nothing more.
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, EVERY);
  toEnd();
  look();
})();
