// The mail box, and the desk: the clock, what the platforms were told, faults.

import { act, fetched, fullTime, html, morph, toast, ZONE } from "./dom.js";

const mailRoot = document.getElementById("mail");
const deskRoot = document.getElementById("desk");
let mails = [], open = null, desk = null, now = Date.now(), at = performance.now();

export async function refreshMail() {
  const found = await fetched("/mail/state").catch(() => null);
  if (!found) return;
  mails = found.mails;
  drawMail();
}

const CHAT_LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g;
const linked = (text) => text.split(CHAT_LINK).map((part, n) => (n % 2 ? html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>` : html`${part}`));

function drawMail() {
  const mail = mails.find((one) => one.number === open);
  morph(mailRoot.querySelector(".pane-body"), html`${mail ? reader(mail) : list()}`);
  mailRoot.querySelector("[data-count]").textContent = mails.length ? String(mails.length) : "";
}

const list = () => (mails.length
  ? html`<div class="mails">${mails.map((mail) => html`<button data-do="mail.open" data-number="${mail.number}" data-key="m${mail.number}" class="${seen.has(mail.number) ? "" : "unread"}"><b>${mail.subject || "(no subject)"}</b><span>to ${mail.to}</span><time>${fullTime(Date.parse(mail.at))}</time></button>`)}</div>`
  : html`<p class="quiet">No mail yet. Customers and partners get theirs here.</p>`);

const reader = (mail) => html`<article class="mail-open" data-key="open${mail.number}"><button class="btn" data-do="mail.back">← All mail</button><h3>${mail.subject}</h3>
  <p class="hint">from ${mail.from}<br>to ${mail.to}<br>${fullTime(Date.parse(mail.at))}</p>
  ${mail.attachments.length ? html`<p>${mail.attachments.map((name) => html`<span class="file">📎 ${name}</span> `)}</p>` : ""}
  ${mail.has_html ? html`<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${mail.number}/html" title="Mail: ${mail.subject}" data-key="frame${mail.number}"></iframe><details><summary>Plain text</summary><pre class="mail-text">${linked(mail.text)}</pre></details>` : html`<pre class="mail-text">${linked(mail.text)}</pre>`}</article>`;

const seen = new Set();

export async function refreshDesk() {
  const found = await fetched("/desk/state").catch(() => null);
  if (!found) return;
  desk = found;
  setNow(Date.parse(found.now));
  drawDesk();
}

export function setNow(ms) { now = ms; at = performance.now(); tick(); }
const present = () => now + (performance.now() - at);
function tick() {
  const words = fullTime(present());
  for (const place of document.querySelectorAll("[data-now]")) if (place.textContent !== words) place.textContent = words;
}
setInterval(tick, 1000);

const STEPS = [[3600, "+1 hour"], [86400, "+1 day"], [259200, "+3 days"], [1209600, "+14 days"]];
const FAULTS = [["rate_limited", "429", "the next send is told to wait 5 seconds"], ["server_error", "5xx", "the next send fails with 503 and has no effect"], ["accepted_then_failed", "lost answer", "the next send takes effect, but its answer never arrives"]];

function drawDesk() {
  const due = desk.due ? Date.parse(desk.due) : null;
  const links = Object.entries(desk.links);
  morph(deskRoot.querySelector(".pane-body"), html`<div class="clock"><div class="now" data-key="now"><b data-now>${fullTime(present())}</b><small>${ZONE}</small></div>
      <div class="steps">${STEPS.map(([seconds, words]) => html`<button class="btn" data-do="desk.advance" data-seconds="${seconds}">${words}</button>`)}</div>
      <button class="btn wide" data-do="desk.toDeadline" ${due ? "" : "disabled"}>⏭ To the next deadline${due ? html`<small>${fullTime(due)}</small>` : ""}</button></div>
    <details class="faults" data-key="faults"><summary>Make trouble</summary>
      ${["slack", "telegram", "mail"].map((platform) => html`<div class="row"><b>${platform}</b>${FAULTS.map(([kind, words, title]) => html`<button class="btn small" data-do="desk.fault" data-platform="${platform}" data-kind="${kind}" title="${title}">${words}</button>`)}</div>`)}
      ${desk.faults.length ? html`<p class="hint">Waiting: ${desk.faults.map((one) => `${one.platform} ${one.kind.replaceAll("_", " ")} on ${one.method} ×${one.times}`).join("; ")}</p><button class="btn small" data-do="desk.calm">No more trouble</button>` : ""}</details>
    ${links.length ? html`<details class="faults" data-key="links"><summary>Addresses</summary>${links.map(([name, address]) => html`<div class="pair"><b>${name}</b>${/^http/.test(address) ? html`<a href="${address}" target="_blank">${address}</a>` : html`<code>${address}</code>`}</div>`)}</details>` : ""}
    <h3 class="ledger-head">What the platforms were told <small>${desk.total}</small></h3>
    <ol class="ledger">${desk.ledger.map((entry, n) => html`<li data-key="l${desk.total - n}" class="${entry.accepted && !entry.error ? "" : "bad"}"><span class="dot ${entry.platform}"></span><b>${entry.method}</b> <span>${entry.where}</span>${entry.text && html`<p>${entry.text}</p>`}${entry.error && html`<p class="error">${entry.accepted ? "accepted, answered: " : ""}${entry.error}</p>`}</li>`)}</ol>`);
  tick();
}

export const actions = {
  "mail.open": (element) => { open = Number(element.dataset.number); seen.add(open); drawMail(); },
  "mail.back": () => { open = null; drawMail(); },
  "desk.advance": async (element) => { const done = await act("desk", "advance", { seconds: Number(element.dataset.seconds) }); if (done) toast(`It is ${fullTime(Date.parse(done.now))} now.`); await refreshDesk(); },
  "desk.toDeadline": async () => { const done = await act("desk", "to_deadline"); if (done) toast(`It is ${fullTime(Date.parse(done.now))} now.`); await refreshDesk(); },
  "desk.fault": async (element) => { if (await act("desk", "fault", { platform: element.dataset.platform, kind: element.dataset.kind })) toast(`Armed: ${element.dataset.platform}, ${element.textContent}.`); await refreshDesk(); },
  "desk.calm": async () => { await act("desk", "calm"); await refreshDesk(); },
};
