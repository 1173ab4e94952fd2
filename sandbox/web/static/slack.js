// The Slack pane: person, channels, messages, thread beside, App Home, modals.

import { act, ask, askWords, base64, clockTime, dayName, fetched, followEnd, html, initials, morph, tint, toast } from "./dom.js";
import { blocks, emoji, mrkdwn, readForm, valueOf } from "./blocks.js";
import { QUICK } from "./emoji.js";

const root = document.getElementById("slack");
const local = { me: root.dataset.person, channel: "", thread: "", errors: {}, seen: {}, drawer: false };
let state = null;
let waiting = null;

export async function refresh() {
  const asked = fetched(`/slack/state?user=${encodeURIComponent(local.me)}`);
  waiting = asked;
  const found = await asked.catch((error) => { toast(error.message, "bad"); return null; });
  if (!found || waiting !== asked) return;
  const isFirst = !state || state.me !== found.me;
  state = found;
  if (isFirst) local.seen = Object.fromEntries(state.channels.map((channel) => [channel.id, newest(channel)]));
  if (local.channel !== "home" && !here()) { local.channel = (state.channels.find((channel) => channel.name === "orders") || state.channels[0] || { id: "home" }).id; local.thread = ""; }
  draw();
}

const here = () => state?.channels.find((channel) => channel.id === local.channel);
const newest = (channel) => channel.messages.at(-1)?.ts || "0";
const names = {
  user: (id) => state.users[id]?.name,
  channel: (id) => state.channels.find((channel) => channel.id === id)?.name,
  people: () => Object.entries(state.users).filter(([id, user]) => !user.is_bot && id !== "USLACKBOT").map(([id, user]) => ({ id, name: user.name })),
  channels: () => state.channels.filter((channel) => channel.kind === "channel"),
};

function draw() {
  followEnd(root, "[data-list]", () => morph(root.querySelector(".pane-body"), view()));
  const channel = here();
  if (channel) local.seen[channel.id] = newest(channel);
  const select = root.querySelector("select[data-person]");
  morph(select, html`${state.people.map((person) => html`<option value="${person.id}" ${person.id === local.me ? "selected" : ""}>${person.name}${person.kind && ` · ${person.kind}`}</option>`)}`);
  select.value = local.me;
  drawModal();
}

function view() {
  const channel = here();
  return html`<nav class="s-side ${local.drawer ? "open" : ""}" aria-label="Slack channels">
      <div class="s-team">Cutr <span>workspace</span></div>
      <p>Channels</p>${state.channels.filter((one) => one.kind === "channel").map(place)}
      <p>Apps</p><button data-do="slack.home" class="${local.channel === "home" ? "on" : ""}" data-key="home"><span class="sign">⌂</span><span>${state.bot.name}</span></button>
      ${state.channels.filter((one) => one.kind === "im").map((one) => html`<button data-do="slack.channel" data-id="${one.id}" class="${one.id === local.channel ? "on" : ""} ${unread(one)}" data-key="${one.id}"><span class="sign">✉</span><span>Messages</span></button>`)}
    </nav>
    ${local.channel === "home" ? home() : channel ? html`<section class="s-channel ${local.thread ? "beside" : ""}" data-key="channel">${channelView(channel)}</section>${local.thread ? threadView(channel) : ""}` : html`<section class="s-channel empty">Choose a channel.</section>`}`;
}

const unread = (channel) => (newest(channel) > (local.seen[channel.id] || "0") && channel.id !== local.channel ? "unread" : "");
const place = (channel) => html`<button data-do="slack.channel" data-id="${channel.id}" data-key="${channel.id}" class="${channel.id === local.channel ? "on" : ""} ${unread(channel)}"><span class="sign">${channel.is_private ? "🔒" : "#"}</span><span>${channel.name}</span>${channel.is_shared && html` <small title="shared with another workspace">⇄</small>`}</button>`;

function channelView(channel) {
  const tops = channel.messages.filter((message) => (!message.thread_ts || message.thread_ts === message.ts || message.root) && message.subtype !== "message_deleted");
  const title = channel.kind === "im" ? state.bot.name : channel.name;
  return html`<header class="s-head"><button class="btn icon only-phone" data-do="slack.drawer" aria-label="Channels">☰</button><b>${channel.kind === "im" ? "" : "# "}${title}</b><small>${channel.members} members</small></header>
    <div class="s-list" data-list="c${channel.id}" tabindex="0" aria-label="Messages in ${title}" aria-live="polite">${tops.length ? withDays(tops, (message) => messageView(message, channel, false)) : html`<p class="quiet">Nothing here yet. Try <code>/order new</code>, <code>/orders</code> or <code>/cutr help</code>.</p>`}</div>
    ${composer("channel", channel.is_archived ? "This channel is archived" : `Message ${channel.kind === "im" ? "" : "#"}${title}`)}`;
}

function threadView(channel) {
  const mine = channel.messages.filter((message) => message.ts === local.thread || message.thread_ts === local.thread);
  return html`<section class="s-thread" data-key="thread" aria-label="Thread">
    <header class="s-head"><b>Thread</b><small>#${channel.name}</small><button class="btn icon" data-do="slack.closeThread" aria-label="Close the thread">✕</button></header>
    <div class="s-list" data-list="t${local.thread}" tabindex="0" aria-label="Messages in the thread" aria-live="polite">${mine.map((message, n) => html`${messageView(message, channel, true)}${n === 0 && mine.length > 1 ? html`<div class="s-count" data-key="count"><span>${mine.length - 1} ${mine.length === 2 ? "reply" : "replies"}</span></div>` : ""}`)}</div>
    ${composer("thread", "Reply…")}</section>`;
}

function withDays(messages, each) {
  let last = "";
  return messages.map((message) => {
    const day = dayName(Number(message.ts) * 1000);
    const line = day === last ? "" : html`<div class="s-day" data-key="day${message.ts}"><span>${day}</span></div>`;
    last = day;
    return html`${line}${each(message)}`;
  });
}

function author(message) {
  const user = message.user && !message.username ? state.users[message.user] : null;
  const name = message.username || user?.name || (message.bot_id === state.bot.bot_id ? state.bot.name : "App");
  return { name, isApp: Boolean(message.bot_id) || Boolean(user?.is_bot), tint: tint(message.username || message.user || name), icon: message.icons?.emoji || message.icon_emoji || "" };
}

function messageView(message, channel, isInThread) {
  if (message.subtype === "tombstone") return html`<article class="s-msg gone" data-key="${message.ts}">🗑 This message was deleted.</article>`;
  if (["channel_join", "channel_leave", "group_join", "group_leave"].includes(message.subtype)) return html`<article class="s-msg system" data-key="${message.ts}">${mrkdwn(message.text, names)}</article>`;
  const who = author(message);
  const at = Number(message.ts) * 1000;
  const icon = who.icon ? emoji(who.icon.replaceAll(":", "")) : initials(who.name);
  return html`<article class="s-msg ${message.is_ephemeral ? "secret" : ""}" data-key="${message.ts}${isInThread ? "t" : ""}" data-ts="${message.ts}" data-channel="${channel.id}">
    <div class="s-avatar ${who.tint} ${who.icon ? "emoji" : ""}" aria-hidden="true">${icon}</div>
    <div class="s-body">${message.is_ephemeral && html`<div class="s-only">👁 Only visible to you</div>`}
      <div class="s-who"><b>${who.name}</b>${who.isApp && html`<span class="badge">APP</span>`}<time title="${new Date(at).toISOString()}">${clockTime(at)}</time></div>
      <div class="s-text">${contentOf(message)}${message.edited && html` <small class="edited">(edited)</small>`}</div>
      ${(message.files || []).length ? html`<div class="s-files">${message.files.map(fileView)}</div>` : ""}
      ${reactionRow(message)}
      ${!isInThread && message.reply_count ? html`<button class="s-replies" data-do="slack.thread" data-ts="${message.ts}"><span class="dots">💬</span> ${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"} <small>last ${clockTime(Number(message.latest_reply) * 1000)}</small></button>` : ""}
      ${!isInThread && message.thread_ts && message.thread_ts !== message.ts && message.is_ephemeral ? html`<small class="hint">in a thread</small>` : ""}
    </div>${message.is_ephemeral ? "" : tools(message, isInThread)}</article>`;
}

function contentOf(message) {
  const shown = message.blocks?.length ? blocks(message.blocks, names, "message") : html`<div class="words">${mrkdwn(message.text, names)}</div>`;
  const attached = (message.attachments || []).map((one) => html`<div class="s-attached">${one.title && html`<b>${one.title}</b>`}${one.text && mrkdwn(one.text, names)}${one.blocks && blocks(one.blocks, names, "message")}</div>`);
  return html`${shown}${attached}`;
}

function fileView(file) {
  if (file.file_access === "check_file_info") return html`<span class="file">🔒 file in a shared channel</span>`;
  const address = `/slack/file/${file.id}`;
  if (/^image\/(png|jpe?g|gif|webp)$/.test(file.mimetype || "")) return html`<a href="${address}" target="_blank" class="s-image"><img src="${address}" alt="${file.title || file.name}" loading="lazy"></a>`;
  return html`<a class="file" href="${address}" download="${file.name}">📄 ${file.title || file.name} <small>${Math.max(1, Math.round(file.size / 1024))} kB</small></a>`;
}

const reactionRow = (message) => ((message.reactions || []).length
  ? html`<div class="s-reactions">${message.reactions.map((one) => html`<button data-do="slack.react" data-name="${one.name}" class="${one.users.includes(local.me) ? "mine" : ""}" title=":${one.name}: ${one.users.map((id) => names.user(id) || id).join(", ")}">${emoji(one.name)} <small>${one.count ?? one.users.length}</small></button>`)}</div>` : "");

function tools(message, isInThread) {
  const isMine = message.user === local.me && !message.bot_id;
  return html`<div class="s-tools">${QUICK.slice(0, 3).map((name) => html`<button data-do="slack.react" data-name="${name}" title="React with :${name}:">${emoji(name)}</button>`)}
    ${isInThread ? "" : html`<button data-do="slack.thread" data-ts="${message.ts}" title="Reply in thread">💬</button>`}
    <details class="menu"><summary title="More actions" aria-label="More actions">⋮</summary><div class="popup right">
      ${state.shortcuts.map((one) => html`<button data-do="slack.shortcut" data-callback="${one.callback_id}">${one.name} <small>${state.bot.name}</small></button>`)}
      ${isMine ? html`<button data-do="slack.edit">Edit message</button><button data-do="slack.delete" class="danger">Delete message…</button>` : ""}
      ${!state.shortcuts.length && !isMine ? html`<span class="quiet">No actions</span>` : ""}</div></details></div>`;
}

function composer(where, placeholder) {
  return html`<form class="composer" data-submit="slack.send" data-where="${where}" data-key="composer-${where}">
    <div class="suggest" data-suggest hidden></div>
    <textarea rows="1" name="words" placeholder="${placeholder}" aria-label="${placeholder}" data-type="slack" autocomplete="off"></textarea>
    <label class="btn icon attach" title="Attach a file"><input type="file" data-change="slack.upload" data-where="${where}" aria-label="Attach a file">📎</label>
    <button class="btn send" aria-label="Send">➤</button></form>`;
}

function home() {
  const shown = state.home;
  return html`<section class="s-channel s-home" data-key="home-tab"><header class="s-head"><button class="btn icon only-phone" data-do="slack.drawer" aria-label="Channels">☰</button><b>${state.bot.name}</b><small>Home</small></header>
    <div class="s-list" tabindex="0" data-view="${shown?.id || ""}">${shown ? blocks(shown.blocks, names, "view", shown.state?.values) : html`<p class="quiet">This app shows no Home tab to you.</p>`}</div></section>`;
}

// Modals: the newest on top; a dialog of the page's own so that focus stays inside.
const dialog = document.getElementById("modal");
function drawModal() {
  const top = state.views.at(-1);
  if (!top) { if (dialog.open) dialog.close(); dialog.dataset.view = ""; return; }
  if (dialog.dataset.view !== top.id) { morph(dialog, ""); local.errors = {}; }
  dialog.dataset.view = top.id;
  morph(dialog, html`<form data-submit="slack.submit" novalidate data-key="${top.id}"><header><span class="s-avatar app">C</span><h2>${top.title?.text || ""}</h2><button type="button" class="btn icon" data-do="slack.closeAll" aria-label="Close">✕</button></header>
    <div class="m-body" data-view="${top.id}">${blocks(top.blocks, names, "view", top.state?.values, local.errors)}</div>
    <footer>${state.views.length > 1 ? html`<small class="depth">Step ${state.views.length}</small>` : ""}<button type="button" class="btn" data-do="slack.close">${top.close?.text || "Close"}</button>${top.submit ? html`<button class="btn primary">${top.submit.text}</button>` : ""}</footer></form>`);
  if (!dialog.open) { dialog.showModal(); dialog.querySelector(".m-body input,.m-body textarea,.m-body select")?.focus(); }
}
dialog.addEventListener("cancel", (event) => { event.preventDefault(); actions["slack.close"](); });

const whereOf = (element) => { const message = element.closest("[data-ts]"); return { user: local.me, channel: message.dataset.channel || local.channel, ts: message.dataset.ts }; };
const messageAt = (ts) => here()?.messages.find((message) => message.ts === ts);

export const actions = {
  "slack.channel": (element) => { Object.assign(local, { channel: element.dataset.id, thread: "", drawer: false }); draw(); },
  "slack.drawer": () => { local.drawer = !local.drawer; draw(); },
  "slack.thread": (element) => { local.thread = element.closest("[data-ts]").dataset.ts; draw(); root.querySelector(".s-thread textarea")?.focus(); },
  "slack.closeThread": () => { local.thread = ""; draw(); },
  "slack.home": async () => { Object.assign(local, { channel: "home", thread: "", drawer: false }); draw(); await act("slack", "home", { user: local.me }); await refresh(); },
  "slack.person": async (element) => { Object.assign(local, { me: element.value, thread: "", errors: {} }); await refresh(); },
  "slack.send": async (form) => {
    const field = form.elements.words;
    const words = field.value.trim();
    if (!words) return;
    const thread = form.dataset.where === "thread" ? local.thread : "";
    const isCommand = /^\/[a-z]/.test(words);
    field.value = "";
    suggest(field);
    const done = await act("slack", isCommand ? "slash" : "post", { user: local.me, channel: local.channel, text: words, thread });
    if (!done && !field.value) field.value = words;
    await refresh();
  },
  "slack.upload": async (element) => {
    const file = element.files[0];
    if (!file) return;
    element.value = "";
    if (file.size > 8_000_000) { toast("8 MB at most here.", "bad"); return; }
    const form = root.querySelector(`form[data-where="${element.dataset.where}"]`) || element.closest("form");
    const done = await act("slack", "upload", { user: local.me, channel: local.channel, thread: element.dataset.where === "thread" ? local.thread : "", name: file.name, data: await base64(file), text: form.elements.words.value });
    if (done) form.elements.words.value = "";
    await refresh();
  },
  "slack.react": async (element) => {
    const where = whereOf(element);
    const isMine = messageAt(where.ts)?.reactions?.some((one) => one.name === element.dataset.name && one.users.includes(local.me));
    await act("slack", isMine ? "unreact" : "react", { ...where, name: element.dataset.name });
    await refresh();
  },
  "slack.edit": async (element) => {
    const where = whereOf(element);
    const before = (messageAt(where.ts)?.text || "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    const words = await askWords("Edit message", "Message", before, "Save");
    if (words !== null && words !== before) await act("slack", "edit", { ...where, text: words });
    await refresh();
  },
  "slack.delete": async (element) => {
    const where = whereOf(element);
    if (await ask("Delete message", "This cannot be undone.", "Delete", "Cancel", true)) await act("slack", "delete", where);
    await refresh();
  },
  "slack.shortcut": async (element) => { await act("slack", "shortcut", { ...whereOf(element), callback: element.dataset.callback }); await refresh(); },
  "slack.close": async () => { await act("slack", "close", { user: local.me, view: dialog.dataset.view }); await refresh(); },
  "slack.closeAll": async () => { await act("slack", "close", { user: local.me, view: dialog.dataset.view, whole: "yes" }); await refresh(); },
  "slack.submit": async (form) => {
    const top = state.views.at(-1);
    const values = readForm(form);
    local.errors = {};
    for (const block of top.blocks) {
      const value = block.type === "input" ? values[block.block_id]?.[block.element.action_id] : 1;
      const isEmpty = value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
      if (block.type === "input" && !block.optional && isEmpty && block.element.type !== "file_input") local.errors[block.block_id] = "Please complete this required field.";
    }
    if (!Object.keys(local.errors).length) {
      const send = form.querySelector("footer .primary");
      if (send) send.disabled = true;
      const answer = await act("slack", "submit", { user: local.me, view: top.id, values });
      if (send) send.disabled = false;
      local.errors = answer?.errors || {};
    }
    await refresh();
    dialog.querySelector(".error")?.scrollIntoView({ block: "center" });
  },
};

// A touched element of a message, a modal or the Home tab.
export async function touched(element, box) {
  const spot = box.dataset.action ? box : box.closest("[data-action]");
  const asked = spot.dataset.confirm || element.dataset.confirm;
  if (asked) {
    const words = JSON.parse(asked);
    if (!(await ask(words.title.text, words.text.text, words.confirm.text, words.deny.text, words.style === "danger"))) { draw(); return; }
  }
  const isPressed = element.tagName === "BUTTON" && !element.dataset.option;
  const value = isPressed ? (spot.dataset.kind === "button" ? element.dataset.value || null : element.dataset.value) : valueOf(spot);
  const wanted = { user: local.me, action: spot.dataset.action, block: spot.dataset.block, value };
  const inView = element.closest("[data-view]");
  if (isPressed) element.disabled = true;
  if (inView) await act("slack", "click_in_view", { ...wanted, view: inView.dataset.view });
  else await act("slack", "click", { ...wanted, ...whereOf(element) });
  if (isPressed) element.disabled = false;
  await refresh();
}

// The list of commands above the composer while a slash is typed.
export function suggest(field) {
  const box = field.closest("form").querySelector("[data-suggest]");
  const typed = /^\/([a-z]*)$/.exec(field.value);
  const found = typed ? (state?.commands || []).filter((one) => one.name.slice(1).startsWith(typed[1])) : [];
  box.hidden = !found.length;
  morph(box, html`${found.map((one) => html`<button type="button" data-do="slack.pick" data-name="${one.name}"><b>${one.name}</b> <code>${one.usage}</code><small>${one.does}</small></button>`)}`);
}
actions["slack.pick"] = (element) => {
  const field = element.closest("form").elements.words;
  field.value = `${element.dataset.name} `;
  suggest(field);
  field.focus();
};

// A choice looked up by the app: typed words in, offered options out.
let looking = 0;
export function lookUp(field) {
  clearTimeout(looking);
  const box = field.closest(".field");
  box.querySelector("input[type=hidden]").value = "";
  looking = setTimeout(async () => {
    const inView = field.closest("[data-view]");
    const found = await act("slack", "suggest", { user: local.me, view: inView?.dataset.view || "", action: box.dataset.action, text: field.value });
    const options = found?.options || [];
    morph(box.querySelector("[data-found]"), html`${options.length ? options.map((option) => html`<button type="button" data-do="slack.choose" data-option="${JSON.stringify(option)}">${option.text.text}</button>`) : html`<small class="quiet">Nothing found</small>`}`);
  }, 200);
}
actions["slack.choose"] = (element) => {
  const box = element.closest(".field");
  const option = JSON.parse(element.dataset.option);
  box.querySelector("input[type=hidden]").value = element.dataset.option;
  box.querySelector("input[type=search]").value = option.text.text;
  morph(box.querySelector("[data-found]"), "");
  if (box.dataset.touch) touched(element, box);
};
