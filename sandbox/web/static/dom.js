// What all panes share: safe markup, redrawing without losing what a visitor types, calls to the server, toasts.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const esc = (value) => String(value ?? "").replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

class Safe {
  constructor(markup) { this.markup = markup; }
  toString() { return this.markup; }
}
export const safe = (markup) => new Safe(markup);

const shown = (value) => {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Safe) return value.markup;
  if (Array.isArray(value)) return value.map(shown).join("");
  return esc(value);
};
// html`…${anything}…`: every value is escaped unless it came from html itself.
export const html = (strings, ...values) => safe(strings.map((part, n) => part + (n < values.length ? shown(values[n]) : "")).join(""));

const keyOf = (node) => (node.nodeType === 1 ? node.getAttribute("data-key") : null);

// Make `node`'s children look like the markup, keeping nodes that stay: focus, scroll and typed words survive.
export function morph(node, markup) {
  const template = document.createElement("template");
  template.innerHTML = String(markup);
  reconcile(node, template.content);
}

function reconcile(node, wanted) {
  const keyed = new Map([...node.children].filter(keyOf).map((child) => [keyOf(child), child]));
  let at = node.firstChild;
  for (const next of [...wanted.childNodes]) {
    const key = keyOf(next);
    let found = key ? keyed.get(key) : null;
    if (!key && at && !keyOf(at) && at.nodeName === next.nodeName) found = at;
    if (!found || found.nodeName !== next.nodeName) { node.insertBefore(next, at); continue; }
    if (found === at) at = at.nextSibling; else node.insertBefore(found, at);
    update(found, next);
  }
  while (at) { const gone = at; at = at.nextSibling; gone.remove(); }
}

function update(old, next) {
  if (old.nodeType !== 1) { if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue; return; }
  if (old.isEqualNode(next)) return;
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !(name === "open" && old.nodeName === "DETAILS")) old.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.nodeName === "TEXTAREA" || old.nodeName === "IFRAME") return;
  if (old.nodeName === "SELECT" && document.activeElement === old) return;
  reconcile(old, next);
}

export async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const body = await answer.json().catch(() => ({ error: "The sandbox gave no answer." }));
  if (!answer.ok) throw new Error(body.error || "The sandbox gave no answer.");
  return body;
}

// Ask the server to act; a refusal is shown as a toast and gives null.
export async function act(pane, name, values = {}) {
  try {
    const answer = await fetch(`/${pane}/act`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ act: name, ...values }),
    });
    const body = await answer.json().catch(() => ({ error: "The sandbox gave no answer." }));
    if (answer.ok) return body;
    toast(body.error || "That did not work.", "bad");
  } catch {
    toast("The sandbox is not running any more. Start it again and reload this page.", "bad");
  }
  return null;
}

export function toast(words, kind = "") {
  const box = kind === "telegram" ? document.querySelector("#telegram .toasts") : document.getElementById("toasts");
  const note = document.createElement("div");
  note.className = `toast ${kind}`;
  note.textContent = words;
  box.append(note);
  while (box.children.length > 4) box.firstChild.remove();
  setTimeout(() => note.remove(), kind === "bad" ? 7000 : 4500);
}

// A question in the page's own dialog; resolves to true or false.
export function ask(title, words, yes = "OK", no = "Cancel", danger = false) {
  const dialog = document.getElementById("ask");
  morph(dialog, html`<form method="dialog"><h2>${title}</h2><p>${words}</p>
    <menu>${no && html`<button value="no" class="btn">${no}</button>`}<button value="yes" class="btn ${danger ? "danger" : "primary"}" autofocus>${yes}</button></menu></form>`);
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true }));
}

// A question for one line of words; resolves to the words or null.
export function askWords(title, label, value = "", yes = "OK") {
  const dialog = document.getElementById("ask");
  morph(dialog, html`<form method="dialog"><h2>${title}</h2><label>${label}<textarea name="words" rows="3"></textarea></label>
    <menu><button value="no" class="btn" formnovalidate>Cancel</button><button value="yes" class="btn primary">${yes}</button></menu></form>`);
  const field = dialog.querySelector("textarea");
  field.value = value;
  dialog.showModal();
  field.focus();
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue === "yes" ? field.value : null), { once: true }));
}

export const ZONE = "Europe/Amsterdam";
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options });
const CLOCK = format({ hour: "2-digit", minute: "2-digit" });
const DAY = format({ weekday: "short", day: "numeric", month: "short" });
const FULL = format({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const ISO = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" });
export const clockTime = (ms) => CLOCK.format(ms);
export const dayName = (ms) => DAY.format(ms);
export const fullTime = (ms) => FULL.format(ms);
export const isoLocal = (ms) => ISO.format(ms).replace(" ", "T");
// Seconds since 1970 of a wall-clock time in ZONE, such as 2030-01-31T14:00.
export function epochOf(local) {
  const wanted = Date.parse(`${local}:00Z`);
  if (Number.isNaN(wanted)) return null;
  let guess = wanted;
  for (let n = 0; n < 2; n += 1) guess += wanted - Date.parse(`${isoLocal(guess)}:00Z`);
  return Math.round(guess / 1000);
}

export const tint = (id) => `tint${[...String(id)].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 8, 7)}`;
export const initials = (name) => (String(name).replace(/[^\p{L}\p{N} ]/gu, "").trim().split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("") || "?").toUpperCase();

export function base64(file) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1] || "");
    reader.onerror = () => fail(new Error("That file could not be read."));
    reader.readAsDataURL(file);
  });
}

// Redraw a list and keep it at its end when the reader was there.
export function followEnd(root, selector, draw) {
  const before = new Map([...root.querySelectorAll(selector)].map((box) => [box.dataset.list, box.scrollHeight - box.scrollTop - box.clientHeight < 60]));
  draw();
  for (const box of root.querySelectorAll(selector)) if (before.get(box.dataset.list) !== false) box.scrollTop = box.scrollHeight;
}
