// The Telegram pane: person, chats, topics, bubbles with keyboards, and what people send.

import { act, ask, askWords, base64, clockTime, dayName, fetched, followEnd, html, initials, morph, safe, tint, toast } from "./dom.js";

const root = document.getElementById("telegram");
const local = { me: Number(root.dataset.person), chat: null, topic: null, reply: null, seen: {} };
let state = null;
let waiting = null;
const REACTIONS = ["👍", "❤", "🔥", "👌", "👀"];
const SAMPLES = [["photo", "🖼 Photo"], ["album", "🖼 Album of 3"], ["document", "📄 Drawing (PDF)"], ["voice", "🎤 Voice note"], ["video", "🎬 Video"], ["video_note", "⏺ Round video"], ["sticker", "🙂 Sticker"], ["location", "📍 Location"], ["contact", "👤 Contact"], ["poll", "📊 Poll"]];

export async function refresh() {
  if (!local.me) { morph(root.querySelector(".pane-body"), html`<p class="quiet">Nobody is on this Telegram yet.</p>`); return; }
  const asked = fetched(`/telegram/state?user=${local.me}`);
  waiting = asked;
  const found = await asked.catch((error) => { toast(error.message, "bad"); return null; });
  if (!found || waiting !== asked) return;
  const isFirst = !state || state.me !== found.me;
  state = found;
  if (isFirst) { local.seen = {}; for (const chat of state.chats) for (const topic of [null, ...chat.topics.map((one) => one.message_thread_id)]) local.seen[spot(chat, topic)] = newest(chat, topic); }
  if (!here()) Object.assign(local, { chat: state.chats[0] ? idOf(state.chats[0]) : null, topic: null, reply: null });
  draw();
}

const idOf = (chat) => `${chat.id}@${chat.bot}`;
const here = () => state?.chats.find((chat) => idOf(chat) === local.chat);
const inTopic = (chat, topic) => chat.messages.filter((message) => (message.topic ?? null) === topic);
const newest = (chat, topic) => inTopic(chat, topic).at(-1)?.message_id || 0;
const spot = (chat, topic) => `${idOf(chat)}/${topic ?? ""}`;
const unread = (chat, topic) => inTopic(chat, topic).filter((message) => message.message_id > (local.seen[spot(chat, topic)] || 0) && message.from.id !== local.me && !message.service).length;
const unreadAll = (chat) => [null, ...chat.topics.map((one) => one.message_thread_id)].reduce((sum, topic) => sum + (isShown(chat, topic) ? 0 : unread(chat, topic)), 0);
const isShown = (chat, topic) => idOf(chat) === local.chat && topic === local.topic;

function draw() {
  const chat = here();
  if (chat && local.topic !== null && !chat.topics.some((one) => one.message_thread_id === local.topic)) local.topic = null;
  if (chat) local.seen[spot(chat, local.topic)] = newest(chat, local.topic);
  followEnd(root, "[data-list]", () => morph(root.querySelector(".pane-body"), view(chat)));
  const select = root.querySelector("select[data-person]");
  morph(select, html`${state.people.map((person) => html`<option value="${person.id}">${person.name}</option>`)}`);
  select.value = String(local.me);
}

function view(chat) {
  const fresh = state.bots.filter((bot) => !bot.is_started);
  return html`<nav class="t-rail" aria-label="Telegram chats">${state.chats.map((one) => html`<button data-do="telegram.chat" data-id="${idOf(one)}" data-key="${idOf(one)}" class="${idOf(one) === local.chat ? "on" : ""}" title="${one.title}"><span class="t-avatar ${tint(one.id)}">${one.kind === "private" ? "🤖" : initials(one.title)}${unreadAll(one) ? html`<i>${unreadAll(one)}</i>` : ""}</span><span>${one.title}</span></button>`)}
      ${fresh.map((bot) => html`<button data-do="telegram.start" data-bot="${bot.username}" data-key="new${bot.id}" title="Start a private chat with ${bot.name}"><span class="t-avatar plus">+</span><span>${bot.name}</span></button>`)}
      <button data-do="telegram.deep" title="Open a t.me link or code" data-key="deep"><span class="t-avatar plus">🔗</span><span>Open link</span></button></nav>
    ${chat ? chatView(chat) : html`<section class="t-chat"><p class="quiet">No chats yet. Start one with the bot on the left.</p></section>`}`;
}

function chatView(chat) {
  const topic = chat.topics.find((one) => one.message_thread_id === local.topic);
  const subtitle = chat.kind === "private" ? (chat.is_blocked ? "blocked" : "bot") : `${chat.members} members`;
  const pins = chat.pinned.map((id) => chat.messages.find((message) => message.message_id === id)).filter((message) => message && (message.topic ?? null) === local.topic);
  return html`<section class="t-chat" data-key="${local.chat}"><header class="t-head"><div><b>${chat.title}</b><small>${subtitle}</small></div>
      <details class="menu"><summary class="btn icon" aria-label="Chat menu">⋮</summary><div class="popup right">
        ${chat.kind === "private" ? (chat.is_blocked ? html`<button data-do="telegram.unblock">Unblock the bot</button>` : html`<button data-do="telegram.block" class="danger">Block the bot</button>`) : ""}
        ${chat.is_forum ? html`<button data-do="telegram.topic">New topic…</button>` : ""}<button data-do="telegram.deep">Open t.me link or code…</button></div></details></header>
    ${chat.is_forum || chat.topics.length ? html`<div class="t-topics" role="tablist" aria-label="Topics">${topicTab(chat, null, "General")}${chat.topics.map((one) => topicTab(chat, one.message_thread_id, one.name + (one.is_closed ? " 🔏" : "")))}</div>` : ""}
    ${pins.length ? html`<button class="t-pin" data-do="telegram.toPin" data-message="${pins.at(-1).message_id}"><b>📌 Pinned message</b><span>${summary(pins.at(-1))}</span></button>` : ""}
    <div class="t-list" data-list="${spot(chat, local.topic)}" data-key="${spot(chat, local.topic)}" tabindex="0" aria-label="Messages" aria-live="polite">${inTopic(chat, local.topic).length ? withDays(albums(inTopic(chat, local.topic)), chat) : html`<div class="t-service" data-key="none"><span>No messages here yet</span></div>`}</div>
    ${chat.is_blocked ? html`<button class="t-bar" data-do="telegram.unblock">Restart bot</button>` : topic?.is_closed && !chat.is_admin ? html`<div class="t-bar">This topic is closed.</div>` : composer(chat)}</section>`;
}

const topicTab = (chat, id, name) => html`<button role="tab" aria-selected="${id === local.topic}" data-do="telegram.openTopic" data-topic="${id ?? ""}" data-key="topic${id ?? ""}" title="${name}">${name}${!isShown(chat, id) && unread(chat, id) ? html`<i>${unread(chat, id)}</i>` : ""}</button>`;

function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message); else groups.push([message]);
  }
  return groups;
}

function withDays(groups, chat) {
  let last = "", before = null;
  return groups.map((group) => {
    const day = dayName(group[0].date * 1000);
    const line = day === last ? "" : html`<div class="t-day" data-key="day${group[0].message_id}"><span>${day}</span></div>`;
    const isSame = before === group[0].from.id && day === last && !group[0].service;
    last = day; before = group[0].service ? null : group[0].from.id;
    return html`${line}${bubble(group, chat, isSame)}`;
  });
}

function bubble(group, chat, isSame) {
  const [message] = group;
  if (message.service || message.new_chat_members || message.left_chat_member) return html`<div class="t-service" data-key="${message.message_id}"><span>${summary(message)}</span></div>`;
  const isMine = message.from.id === local.me;
  const name = `${message.from.first_name} ${message.from.last_name || ""}`.trim();
  const captioned = group.find((one) => one.text || one.caption) || message;
  const photos = group.filter((one) => one.photo);
  return html`<article class="t-msg ${isMine ? "mine" : ""} ${isSame ? "same" : ""}" data-key="${message.message_id}" data-message="${message.message_id}">
    ${!isMine && chat.kind !== "private" ? html`<div class="t-face ${tint(message.from.id)}" aria-hidden="true">${message.from.is_bot ? "🤖" : initials(name)}</div>` : ""}
    <div class="t-stack"><div class="t-bubble ${photos.length ? "has-photo" : ""}">
      ${!isMine && !isSame && chat.kind !== "private" ? html`<div class="t-name ${tint(message.from.id)}">${message.sender_chat ? message.sender_chat.title : name}${message.from.is_bot ? html`<small>bot</small>` : ""}</div>` : ""}
      ${replied(message)}
      ${photos.length ? html`<div class="t-photos n${Math.min(photos.length, 4)}">${photos.map((one) => html`<a href="/telegram/file/${one.photo.at(-1).file_unique_id}" target="_blank"><img src="/telegram/file/${one.photo.at(-1).file_unique_id}" alt="photo" loading="lazy" width="${one.photo.at(-1).width}" height="${one.photo.at(-1).height}"></a>`)}</div>` : ""}
      ${group.filter((one) => !one.photo).map(mediaOf)}
      ${captioned.text || captioned.caption ? html`<div class="t-text">${marked(captioned.text ?? captioned.caption, captioned.entities ?? captioned.caption_entities ?? [])}</div>` : ""}
      <div class="t-meta">${message.edit_date ? "edited " : ""}${clockTime(message.date * 1000)}${isMine ? html` <span class="ticks">✓✓</span>` : ""}</div>
      ${message.reactions.length ? html`<div class="t-reactions">${message.reactions.map((one) => html`<button data-do="telegram.react" data-emoji="${one.emoji}" class="${one.user === local.me ? "mine" : ""}" title="${one.by}">${one.emoji} <small>${[...one.by][0]}</small></button>`)}</div>` : ""}
    </div>${keyboard(message)}</div>
    <details class="menu t-tools"><summary aria-label="Message actions">⋯</summary><div class="popup">${html`<div class="row">${REACTIONS.map((one) => html`<button data-do="telegram.react" data-emoji="${one}">${one}</button>`)}</div>`}<button data-do="telegram.reply">Reply</button>${isMine && (message.text || message.caption) ? html`<button data-do="telegram.edit">Edit…</button>` : ""}${isMine || chat.kind === "private" || chat.is_admin ? html`<button data-do="telegram.delete" class="danger">Delete</button>` : ""}</div></details></article>`;
}

function replied(message) {
  const other = message.reply_to_message;
  if (!other || other.forum_topic_created) return "";
  return html`<button class="t-quote" data-do="telegram.toPin" data-message="${other.message_id}"><b>${other.from?.first_name || ""}</b><span>${summary(other)}</span></button>`;
}

const keyboard = (message) => (message.reply_markup?.inline_keyboard
  ? html`<div class="t-keys">${message.reply_markup.inline_keyboard.map((row) => html`<div class="${row.length > 4 ? "dense" : ""}">${row.map((key) => html`<button data-do="telegram.press" data-button="${key.callback_data ?? ""}" data-url="${key.url ?? ""}" data-copy="${key.copy_text?.text ?? ""}" class="${key.style || ""}">${key.text}${key.url ? " ↗" : ""}</button>`)}</div>`)}</div>` : "");

function mediaOf(message) {
  const file = (kind, sign) => html`<a class="t-file" href="/telegram/file/${message[kind].file_unique_id}" download="${message[kind].file_name || kind}"><span>${sign}</span><b>${message[kind].file_name || kind.replace("_", " ")}</b><small>${Math.max(1, Math.round((message[kind].file_size || 0) / 1024))} kB</small></a>`;
  if (message.animation) return file("animation", "🎞");
  if (message.document) return file("document", "📄");
  if (message.voice) return html`<div class="t-voice"><span>▶</span><i></i><small>0:0${message.voice.duration}</small></div>`;
  if (message.video) return file("video", "🎬");
  if (message.video_note) return html`<div class="t-round">⏺</div>`;
  if (message.audio) return file("audio", "🎵");
  if (message.sticker) return html`<div class="t-sticker">${message.sticker.emoji}</div>`;
  if (message.location) return html`<div class="t-map">📍 ${message.location.latitude.toFixed(3)}, ${message.location.longitude.toFixed(3)}</div>`;
  if (message.contact) return html`<div class="t-file"><span>👤</span><b>${message.contact.first_name}</b><small>${message.contact.phone_number}</small></div>`;
  if (message.poll) return html`<div class="t-poll"><b>${message.poll.question}</b>${message.poll.options.map((one) => html`<span>○ ${one.text}</span>`)}</div>`;
  return "";
}

function summary(message) {
  const by = message.from?.first_name || "";
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}” was created`;
  if (message.forum_topic_edited) return message.forum_topic_edited.name ? `The topic is now “${message.forum_topic_edited.name}”` : "The topic's icon was changed";
  if (message.forum_topic_closed) return `${by} closed the topic`;
  if (message.forum_topic_reopened) return `${by} opened the topic again`;
  if (message.pinned_message) return `${by} pinned “${summary(message.pinned_message).slice(0, 40)}”`;
  if (message.new_chat_members) return `${message.new_chat_members.map((one) => one.first_name).join(", ")} joined the group`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left the group`;
  if (message.migrate_from_chat_id) return "The group was upgraded to a supergroup";
  const words = message.text ?? message.caption;
  if (words) return words.split("\n")[0].slice(0, 80);
  const kind = ["photo", "document", "voice", "video", "video_note", "audio", "sticker", "location", "contact", "poll", "animation"].find((one) => message[one]);
  return kind ? `[${kind.replace("_", " ")}]` : "message";
}

// Entities may nest and are measured in UTF-16 units, as JavaScript's strings are.
function marked(text, entities) {
  const inside = (from, to, list) => {
    const parts = [];
    let at = from;
    for (let n = 0; n < list.length; n += 1) {
      const entity = list[n];
      if (entity.offset < at || entity.offset >= to) continue;
      const end = Math.min(entity.offset + entity.length, to);
      parts.push(html`${text.slice(at, entity.offset)}`, wrapped(entity, text.slice(entity.offset, end), inside(entity.offset, end, list.slice(n + 1))));
      at = end;
    }
    parts.push(html`${text.slice(at, to)}`);
    return parts;
  };
  return inside(0, text.length, entities);
}

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
function wrapped(entity, words, inner) {
  if (TAGS[entity.type]) return html`${safe(`<${TAGS[entity.type]}>`)}${inner}${safe(`</${TAGS[entity.type]}>`)}`;
  const anchor = (url) => (/^(https?|mailto|tel|tg):/.test(url) ? html`<a href="${url}" target="_blank" rel="noreferrer">${inner}</a>` : html`${inner}`);
  switch (entity.type) {
    case "text_link": return anchor(entity.url);
    case "url": return anchor(/^\w+:/.test(words) ? words : `https://${words}`);
    case "email": return anchor(`mailto:${words}`);
    case "bot_command": return html`<button class="linklike" data-do="telegram.command" data-words="${words}">${inner}</button>`;
    case "spoiler": return html`<span class="spoiler" tabindex="0">${inner}</span>`;
    case "mention": case "text_mention": case "hashtag": return html`<span class="linkish">${inner}</span>`;
    default: return html`${inner}`;
  }
}

function composer(chat) {
  const reply = local.reply && chat.messages.find((message) => message.message_id === local.reply);
  return html`<form class="composer t-composer" data-submit="telegram.send" data-key="composer">
    ${reply ? html`<div class="t-replying"><div><b>Reply to ${reply.from.first_name}</b><span>${summary(reply)}</span></div><button type="button" class="btn icon" data-do="telegram.noReply" aria-label="Don't reply">✕</button></div>` : ""}
    <div class="suggest" data-suggest hidden></div>
    <details class="menu attach"><summary class="btn icon" aria-label="Attach" title="Attach">📎</summary><div class="popup up">${SAMPLES.map(([kind, words]) => html`<button type="button" data-do="telegram.sample" data-kind="${kind}">${words}</button>`)}<label class="item"><input type="file" data-change="telegram.upload" aria-label="Own file">⬆ A file of your own…</label></div></details>
    <details class="menu"><summary class="btn icon" aria-label="Commands" title="Commands">/</summary><div class="popup up">${chat.commands.length ? chat.commands.map((one) => html`<button type="button" data-do="telegram.command" data-words="/${one.command}"><b>/${one.command}</b><small>${one.description}</small></button>`) : html`<span class="quiet">The bot has no menu here.</span>`}</div></details>
    <textarea rows="1" name="words" placeholder="Message" aria-label="Message" data-type="telegram" autocomplete="off"></textarea>
    <button class="btn send" aria-label="Send">➤</button></form>`;
}

const place = () => { const chat = here(); return { user: local.me, chat: chat.id, bot: chat.bot, thread: local.topic }; };
const messageOf = (element) => Number(element.closest("[data-message]").dataset.message);

async function say(words) {
  const done = await act("telegram", "say", { ...place(), text: words, reply_to: local.reply });
  if (done) local.reply = null;
  await refresh();
  return done;
}

export const actions = {
  "telegram.person": async (element) => { Object.assign(local, { me: Number(element.value), chat: null, topic: null, reply: null }); await refresh(); },
  "telegram.chat": (element) => { Object.assign(local, { chat: element.dataset.id, topic: null, reply: null }); draw(); },
  "telegram.openTopic": (element) => { Object.assign(local, { topic: element.dataset.topic ? Number(element.dataset.topic) : null, reply: null }); draw(); },
  "telegram.send": async (form) => {
    const field = form.elements.words;
    const words = field.value.trim();
    if (!words) return;
    field.value = "";
    if (!(await say(words)) && !field.value) field.value = words;
  },
  "telegram.command": (element) => say(element.dataset.words),
  "telegram.press": async (element) => {
    const { button, url, copy } = element.dataset;
    if (url) { await openLink(url); return; }
    if (copy) { await navigator.clipboard?.writeText(copy).catch(() => null); toast("Copied."); return; }
    element.classList.add("busy");
    const answer = await act("telegram", "press", { ...place(), message: messageOf(element), button });
    element.classList.remove("busy");
    if (answer?.is_alert) await ask(here()?.bot || "Telegram", answer.text, "OK", "");
    else if (answer?.text) toast(answer.text, "telegram");
    await refresh();
  },
  "telegram.react": async (element) => {
    const id = messageOf(element);
    const mine = here().messages.find((message) => message.message_id === id)?.reactions.some((one) => one.user === local.me && one.emoji === element.dataset.emoji);
    await act("telegram", "react", { ...place(), message: id, emoji: mine ? "" : element.dataset.emoji });
    await refresh();
  },
  "telegram.reply": (element) => { local.reply = messageOf(element); closeMenus(); draw(); root.querySelector(".t-composer textarea")?.focus(); },
  "telegram.noReply": () => { local.reply = null; draw(); },
  "telegram.edit": async (element) => {
    const id = messageOf(element);
    const message = here().messages.find((one) => one.message_id === id);
    const words = await askWords("Edit message", "Message", message.text ?? message.caption, "Save");
    if (words !== null) await act("telegram", "edit", { ...place(), message: id, text: words });
    await refresh();
  },
  "telegram.delete": async (element) => { await act("telegram", "delete", { ...place(), message: messageOf(element) }); await refresh(); },
  "telegram.sample": async (element) => {
    const field = root.querySelector(".t-composer textarea");
    closeMenus();
    if (await act("telegram", "send", { ...place(), kind: element.dataset.kind, text: field.value })) field.value = "";
    await refresh();
  },
  "telegram.upload": async (element) => {
    const file = element.files[0];
    if (!file) return;
    element.value = "";
    closeMenus();
    if (file.size > 8_000_000) { toast("8 MB at most here.", "bad"); return; }
    await act("telegram", "upload", { ...place(), name: file.name, data: await base64(file) });
    await refresh();
  },
  "telegram.start": async (element) => { await act("telegram", "start", { user: local.me, bot: element.dataset.bot }); await toBot(element.dataset.bot); },
  "telegram.deep": async () => {
    closeMenus();
    const typed = await askWords("Open a link", "A t.me link, or the code alone", "", "Open");
    if (!typed?.trim()) return;
    if (/t\.me\//.test(typed)) await openLink(typed.trim());
    else { await act("telegram", "start", { user: local.me, bot: state.bots[0]?.username, payload: typed.trim() }); await toBot(state.bots[0]?.username); }
  },
  "telegram.block": async () => { await act("telegram", "block", { user: local.me, bot: here().bot }); await refresh(); },
  "telegram.unblock": async () => { await act("telegram", "unblock", { user: local.me, bot: here().bot }); await refresh(); },
  "telegram.topic": async () => {
    const name = await askWords("New topic", "Name", "", "Create");
    if (name) { const made = await act("telegram", "topic", { user: local.me, chat: here().id, name }); await refresh(); if (made) { local.topic = made.id; draw(); } }
  },
  "telegram.toPin": (element) => {
    const found = root.querySelector(`article[data-message="${element.dataset.message}"]`);
    found?.scrollIntoView({ block: "center" });
    found?.classList.add("flash");
    setTimeout(() => found?.classList.remove("flash"), 1200);
  },
};

const closeMenus = () => root.querySelectorAll("details[open]").forEach((menu) => { menu.open = false; });
async function toBot(bot) { await refresh(); Object.assign(local, { chat: `${local.me}@${bot}`, topic: null, reply: null }); if (here()) draw(); }

// t.me links lead into this pane, others out of the page.
export async function openLink(url) {
  if (!/^https?:\/\/(t|telegram)\.me\//.test(url)) { window.open(url, "_blank", "noreferrer"); return; }
  const found = await act("telegram", "link", { user: local.me, url });
  if (found) await toBot(found.bot);
}
