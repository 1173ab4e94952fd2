// Wires the panes to the visitor's hands and to the stream of changes.

import { toast } from "./dom.js";
import * as slack from "./slack.js";
import * as telegram from "./telegram.js";
import * as desk from "./desk.js";

const actions = { ...slack.actions, ...telegram.actions, ...desk.actions };
const panes = [...document.querySelectorAll(".pane")];
const main = document.querySelector("main");

function activate(pane) {
  for (const one of panes) one.classList.toggle("active", one === pane);
  for (const tab of document.querySelectorAll("[data-pane]")) tab.setAttribute("aria-pressed", String(tab.dataset.pane === pane.id));
  main.dataset.active = pane.id;
}
actions["pane.show"] = (element) => {
  const pane = document.getElementById(element.dataset.pane);
  activate(pane);
  if (element.closest(".tabs")) pane.querySelector("textarea,select,button")?.focus({ preventScroll: true });
};
actions["pane.wide"] = (element) => {
  const pane = element.closest(".pane");
  main.dataset.wide = main.dataset.wide === pane.id ? "" : pane.id;
  activate(pane);
};

function run(name, element, event) {
  Promise.resolve(actions[name]?.(element, event)).catch((error) => { console.error(error); toast("That did not work. Reload the page if it stays so.", "bad"); });
}

document.addEventListener("click", (event) => {
  const pane = event.target.closest(".pane");
  if (pane) activate(pane);
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  const anchor = event.target.closest("a[href]");
  if (anchor && /^https?:\/\/(t|telegram)\.me\//.test(anchor.href)) {
    event.preventDefault();
    telegram.openLink(anchor.href);
    activate(document.getElementById("telegram"));
    return;
  }
  const touch = event.target.closest("button[data-touch]");
  if (touch) { const menu = touch.closest("details.menu"); if (menu) menu.open = false; slack.touched(touch, touch).catch(console.error); return; }
  const element = event.target.closest("[data-do]");
  if (element) { const menu = element.closest("details.menu"); run(element.dataset.do, element, event); if (menu && element.tagName === "BUTTON") menu.open = false; }
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-submit]");
  if (!form) return;
  event.preventDefault();
  run(form.dataset.submit, form, event);
});
document.addEventListener("change", (event) => {
  const person = event.target.closest("select[data-person]");
  if (person) { run(`${person.closest(".pane").id}.person`, person, event); return; }
  const element = event.target.closest("[data-change]");
  if (element) { run(element.dataset.change, element, event); return; }
  const box = event.target.closest(".field[data-touch]");
  if (box && event.target.dataset.type !== "lookup") slack.touched(event.target, box).catch(console.error);
});
document.addEventListener("focusin", (event) => {
  if (event.target.dataset?.type === "lookup" && !event.target.value) slack.lookUp(event.target);
  const pane = event.target.closest(".pane"); if (pane) activate(pane); });
document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.dataset.type === "slack") slack.suggest(field);
  if (field.dataset.type === "lookup") slack.lookUp(field);
  if (field.matches(".composer textarea")) field.rows = Math.min(6, field.value.split("\n").length);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches(".composer textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
  if (event.key === "Escape") for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
  if (event.altKey && /^[1-4]$/.test(event.key)) {
    event.preventDefault();
    const pane = panes[Number(event.key) - 1];
    activate(pane);
    pane.querySelector("textarea,select,button")?.focus();
  }
});

// A picture that arrives late must not push the newest words out of sight.
document.addEventListener("load", (event) => {
  const list = event.target.tagName === "IMG" && event.target.closest("[data-list]");
  if (list && list.scrollHeight - list.scrollTop - list.clientHeight < event.target.clientHeight + 80) list.scrollTop = list.scrollHeight;
}, true);

const refreshers = { slack: slack.refresh, telegram: telegram.refresh, mail: desk.refreshMail, desk: desk.refreshDesk };
const told = {};
const busy = {};
// One refresh of a pane at a time; what changes meanwhile asks for one more.
async function refresh(name) {
  if (busy[name]) { busy[name] = "again"; return; }
  busy[name] = "running";
  try { await refreshers[name](); } catch (error) { console.error(error); }
  const isStale = busy[name] === "again";
  busy[name] = "";
  if (isStale) refresh(name);
}

function listen() {
  const stream = new EventSource("/live");
  const lamp = document.getElementById("lamp");
  stream.onmessage = (event) => {
    const news = JSON.parse(event.data);
    lamp.className = "on";
    lamp.title = "live";
    desk.setNow(Date.parse(news.now));
    for (const name of Object.keys(refreshers)) if (told[name] !== news[name]) { told[name] = news[name]; refresh(name); }
  };
  stream.onerror = () => { lamp.className = "off"; lamp.title = "The sandbox does not answer; trying again"; };
}

activate(panes[0]);
listen();
