// Slack's Block Kit, rich text and mrkdwn as markup, and reading a form back into values.

import { clockTime, epochOf, esc, html, isoLocal, safe, ZONE } from "./dom.js";
import { EMOJI } from "./emoji.js";

export const emoji = (name) => EMOJI[name] || `:${name}:`;
const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] || whole);

const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
const link = (url, words) => (/^(https?|mailto|tel):/.test(url) ? html`<a href="${url}" target="_blank" rel="noreferrer">${words || url}</a>` : html`${words || url}`);

function dateToken(seconds, pattern) {
  const at = new Date(seconds * 1000);
  const as = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options }).format(at);
  const day = { day: "numeric", month: "short", year: "numeric" };
  const known = {
    date: as({ day: "numeric", month: "long", year: "numeric" }), date_num: isoLocal(at).slice(0, 10), date_short: as(day),
    date_long: as({ weekday: "long", day: "numeric", month: "long", year: "numeric" }), date_pretty: as(day),
    date_short_pretty: as(day), date_long_pretty: as({ weekday: "long", ...day }), time: clockTime(at),
    time_secs: as({ hour: "2-digit", minute: "2-digit", second: "2-digit" }), ago: as(day),
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => known[name] ?? whole);
}

function token(inner, names) {
  const [head, ...rest] = inner.split("|");
  const words = rest.join("|");
  if (head.startsWith("@")) return html`<span class="mention">@${names.user(head.slice(1)) || words || head}</span>`;
  if (head.startsWith("#")) return html`<span class="mention">#${names.channel(head.slice(1)) || words || head}</span>`;
  if (head.startsWith("!date^")) { const [, seconds, pattern] = head.split("^"); return html`<span title="${ZONE}">${dateToken(Number(seconds), pattern)}</span>`; }
  if (head.startsWith("!subteam")) return html`<span class="mention">${words || "@group"}</span>`;
  if (head.startsWith("!")) return html`<span class="mention">@${head.slice(1)}</span>`;
  return link(plain(head), words && plain(words));
}

const INLINE = [
  [/^`([^`\n]+)`/, (m) => html`<code>${plain(m[1])}</code>`],
  [/^<([^<>\n]+)>/, (m, names) => token(m[1], names)],
  [/^\*([^*\n]+)\*(?![\p{L}\p{N}])/u, (m, names) => html`<b>${inline(m[1], names)}</b>`],
  [/^_([^_\n]+)_(?![\p{L}\p{N}])/u, (m, names) => html`<i>${inline(m[1], names)}</i>`],
  [/^~([^~\n]+)~(?![\p{L}\p{N}])/u, (m, names) => html`<s>${inline(m[1], names)}</s>`],
];

function inline(text, names) {
  const parts = [];
  let at = 0, run = "";
  while (at < text.length) {
    const rest = text.slice(at);
    const isOpen = at === 0 || /[\s([{"'>*_~—–-]/.test(text[at - 1]) || text[at] === "<" || text[at] === "`";
    const hit = isOpen && /[`<*_~]/.test(text[at]) && INLINE.map(([pattern, make]) => [pattern.exec(rest), make]).find(([match]) => match);
    if (hit) {
      parts.push(html`${withEmoji(plain(run))}`, hit[1](hit[0], names));
      run = ""; at += hit[0][0].length;
    } else { run += text[at]; at += 1; }
  }
  parts.push(html`${withEmoji(plain(run))}`);
  return parts;
}

export function mrkdwn(text, names) {
  return String(text ?? "").split(/```/).map((part, n) => (n % 2
    ? html`<pre>${plain(part.replace(/^\n|\n$/g, ""))}</pre>`
    : quoted(part, names)));
}

function quoted(text, names) {
  const groups = [];
  for (const line of text.split("\n")) {
    const isQuote = line.startsWith("&gt;") || line.startsWith(">");
    const said = isQuote ? line.replace(/^(&gt;|>) ?/, "") : line;
    const last = groups[groups.length - 1];
    if (last && last.isQuote === isQuote) last.lines.push(said); else groups.push({ isQuote, lines: [said] });
  }
  const lines = (group) => group.lines.map((line, n) => html`${n ? safe("<br>") : ""}${inline(line, names)}`);
  return groups.map((group) => (group.isQuote ? html`<blockquote>${lines(group)}</blockquote>` : html`${lines(group)}`));
}

const textOf = (object, names) => {
  if (!object) return "";
  if (typeof object === "string") return html`${object}`;
  return object.type === "mrkdwn" ? mrkdwn(object.text, names) : html`<span class="plain">${withEmoji(object.text)}</span>`;
};

const STYLES = { bold: "b", italic: "i", strike: "s", code: "code", underline: "u" };
function richElement(element, names) {
  const wrap = (inside) => Object.entries(STYLES).reduce((held, [style, tag]) => (element.style?.[style] ? safe(`<${tag}>${held}</${tag}>`) : held), inside);
  switch (element.type) {
    case "text": return wrap(html`<span class="plain">${element.text}</span>`);
    case "link": return wrap(link(element.url, element.text));
    case "emoji": return html`${element.unicode ? String.fromCodePoint(...element.unicode.split("-").map((code) => parseInt(code, 16))) : emoji(element.name)}`;
    case "user": return html`<span class="mention">@${names.user(element.user_id) || element.user_id}</span>`;
    case "channel": return html`<span class="mention">#${names.channel(element.channel_id) || element.channel_id}</span>`;
    case "usergroup": return html`<span class="mention">@group</span>`;
    case "broadcast": return html`<span class="mention">@${element.range}</span>`;
    case "date": return html`${dateToken(element.timestamp, element.format || "{date_short} {time}")}`;
    default: return "";
  }
}

function richText(block, names) {
  const inside = (held) => (held.elements || []).map((element) => richElement(element, names));
  return (block.elements || []).map((part) => {
    switch (part.type) {
      case "rich_text_preformatted": return html`<pre>${inside(part)}</pre>`;
      case "rich_text_quote": return html`<blockquote>${inside(part)}</blockquote>`;
      case "rich_text_list": {
        const items = part.elements.map((item) => html`<li>${inside(item)}</li>`);
        return part.style === "ordered" ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
      }
      default: return html`<div class="rich">${inside(part)}</div>`;
    }
  });
}

// One element that can be touched. `touch` holds the attributes that say where it stands.
function field(element, block, touch, names, state, isInput) {
  const spot = html`data-block="${block.block_id}" data-action="${element.action_id}" data-kind="${element.type}"`;
  const now = state?.[block.block_id]?.[element.action_id] || {};
  const acts = isInput && !block.dispatch_action ? "" : html`data-touch="${touch}"`;
  const label = element.accessibility_label || element.placeholder?.text || element.text?.text || block.label?.text || element.type.replaceAll("_", " ");
  switch (element.type) {
    case "button": return button(element, touch, spot);
    case "overflow": return html`<details class="menu overflow" ${spot} ${confirmOf(element)}><summary class="btn icon" aria-label="More actions">⋯</summary><div class="popup">
      ${element.options.map((option) => html`<button type="button" data-touch="${touch}" data-value="${option.value}">${textOf(option.text, names)}</button>`)}</div></details>`;
    case "external_select": case "multi_external_select": return lookup(element, spot, acts, label, now);
    case "static_select": case "multi_static_select":
      return select(element, spot, acts, label, optionList(element), chosenOf(element, now));
    case "users_select": case "multi_users_select":
      return select(element, spot, acts, label, names.people().map((person) => choice(person.id, person.name)), chosenOf(element, now));
    case "channels_select": case "multi_channels_select": case "conversations_select": case "multi_conversations_select":
      return select(element, spot, acts, label, names.channels().map((channel) => choice(channel.id, `#${channel.name}`)), chosenOf(element, now));
    case "radio_buttons": case "checkboxes": return boxes(element, block, spot, acts, names, now);
    case "datepicker": return input("date", spot, acts, label, now.selected_date ?? element.initial_date, "", element);
    case "timepicker": return input("time", spot, acts, label, now.selected_time ?? element.initial_time, "", element);
    case "datetimepicker": { const at = now.selected_date_time ?? element.initial_date_time; return input("datetime-local", spot, acts, label, at ? isoLocal(at * 1000) : "", "", element); }
    case "number_input": return input("text", spot, acts, label, now.value ?? element.initial_value, "decimal", element);
    case "email_text_input": return input("email", spot, acts, label, now.value ?? element.initial_value, "email", element);
    case "url_text_input": return input("url", spot, acts, label, now.value ?? element.initial_value, "url", element);
    case "plain_text_input": case "rich_text_input":
      return element.multiline || element.type === "rich_text_input"
        ? html`<span class="field" ${spot} ${acts}><textarea rows="3" aria-label="${label}" placeholder="${element.placeholder?.text || ""}" maxlength="${element.max_length || 3000}">${now.value ?? element.initial_value ?? ""}</textarea></span>`
        : input("text", spot, acts, label, now.value ?? element.initial_value, "text", element);
    case "file_input": return html`<span class="field" ${spot}><input type="file" aria-label="${label}" ${element.max_files === 1 ? "" : "multiple"}></span>`;
    default: return html`<em>${element.type}</em>`;
  }
}

const confirmOf = (element) => (element.confirm ? html`data-confirm="${JSON.stringify(element.confirm)}"` : "");
const button = (element, touch, spot) => (element.url
  ? html`<a class="btn ${element.style || ""}" href="${element.url}" target="_blank" rel="noreferrer">${withEmoji(element.text.text)}</a>`
  : html`<button type="button" class="btn ${element.style || ""}" ${spot} data-touch="${touch}" data-value="${element.value ?? ""}" ${confirmOf(element)}>${withEmoji(element.text.text)}</button>`);

const choice = (value, words) => ({ value, words });
const optionList = (element) => (element.option_groups
  ? element.option_groups.map((group) => ({ group: group.label.text, options: group.options.map((option) => choice(option.value, option.text.text)) }))
  : (element.options || []).map((option) => choice(option.value, option.text.text)));

function chosenOf(element, now) {
  const kinds = ["option", "user", "channel", "conversation"];
  const value = (one) => (typeof one === "object" && one ? one.value : one);
  for (const kind of kinds) {
    const many = now[`selected_${kind}s`] ?? element[`initial_${kind}s`];
    if (many?.length) return many.map(value);
    const one = now[`selected_${kind}`] ?? element[`initial_${kind}`];
    if (one) return [value(one)];
  }
  return [];
}

function select(element, spot, acts, label, options, chosen) {
  const isMany = element.type.startsWith("multi_");
  const line = (option) => html`<option value="${option.value}" ${chosen.includes(option.value) ? "selected" : ""}>${withEmoji(option.words)}</option>`;
  const all = options.map((option) => (option.group ? html`<optgroup label="${option.group}">${option.options.map(line)}</optgroup>` : line(option)));
  if (isMany) return html`<span class="field many" ${spot} ${acts} ${confirmOf(element)} role="group" aria-label="${label}">${options.flatMap((option) => option.options || [option]).map((option) => html`<label class="tick"><input type="checkbox" value="${option.value}" ${chosen.includes(option.value) ? "checked" : ""}> ${withEmoji(option.words)}</label>`)}</span>`;
  return html`<span class="field" ${spot} ${acts} ${confirmOf(element)}><select aria-label="${label}"><option value="">${element.placeholder?.text || "Choose…"}</option>${all}</select></span>`;
}

// A choice that the app looks up while one types; what was chosen is kept whole.
function lookup(element, spot, acts, label, now) {
  const chosen = now.selected_option ?? element.initial_option ?? null;
  return html`<span class="field lookup" ${spot} ${acts} ${confirmOf(element)}><input type="hidden" value="${chosen ? JSON.stringify(chosen) : ""}"><input type="search" data-type="lookup" role="combobox" aria-label="${label}" autocomplete="off" placeholder="${element.placeholder?.text || "Type to search…"}" value="${chosen?.text?.text || ""}"><span class="found" data-found></span></span>`;
}

function boxes(element, block, spot, acts, names, now) {
  const chosen = chosenOf(element, now);
  const type = element.type === "checkboxes" ? "checkbox" : "radio";
  return html`<span class="field many" ${spot} ${acts} ${confirmOf(element)}>${element.options.map((option) => html`<label class="tick"><input type="${type}" name="${block.block_id}-${element.action_id}" value="${option.value}" ${chosen.includes(option.value) ? "checked" : ""}> <span>${textOf(option.text, names)}${option.description && html`<small>${textOf(option.description, names)}</small>`}</span></label>`)}</span>`;
}

function input(type, spot, acts, label, value, mode, element) {
  return html`<span class="field" ${spot} ${acts} ${confirmOf(element)}><input type="${type}" aria-label="${label}" value="${value ?? ""}" ${mode && html`inputmode="${mode}"`} placeholder="${element.placeholder?.text || ""}" ${element.max_length ? html`maxlength="${element.max_length}"` : ""}></span>`;
}

// A list of blocks. `touch` is "message" or "view"; `errors` go under their inputs.
export function blocks(list, names, touch, state = {}, errors = {}) {
  return (list || []).map((block) => html`<div class="block ${block.type}" data-key="${block.block_id}">${oneBlock(block, names, touch, state, errors)}</div>`);
}

function oneBlock(block, names, touch, state, errors) {
  const one = (element, isInput = false) => field(element, block, touch, names, state, isInput);
  switch (block.type) {
    case "header": return html`<h3>${textOf(block.text, names)}</h3>`;
    case "divider": return html`<hr>`;
    case "section": return html`<div class="words">${textOf(block.text, names)}${block.fields && html`<div class="fields">${block.fields.map((held) => html`<div>${textOf(held, names)}</div>`)}</div>`}</div>${block.accessory && html`<div class="accessory">${block.accessory.type === "image" ? picture(block.accessory) : one(block.accessory)}</div>`}`;
    case "context": return block.elements.map((element) => (element.type === "image" ? picture(element) : html`<span>${textOf(element, names)}</span>`));
    case "actions": return block.elements.map((element) => one(element));
    case "input": return html`<label class="title">${withEmoji(block.label.text)}${block.optional && html` <small>(optional)</small>`}</label>${one(block.element, true)}${errors[block.block_id] ? html`<p class="error" role="alert">${errors[block.block_id]}</p>` : ""}${block.hint && html`<p class="hint">${textOf(block.hint, names)}</p>`}`;
    case "image": return html`${block.title && html`<p class="hint">${textOf(block.title, names)}</p>`}${picture(block)}`;
    case "rich_text": return richText(block, names);
    case "markdown": return html`<div class="words">${mrkdwn(block.text.replace(/\*\*/g, "*"), names)}</div>`;
    default: return html`<em>${block.type}</em>`;
  }
}

const picture = (element) => html`<img src="${element.slack_file?.id ? `/slack/file/${element.slack_file.id}` : element.slack_file?.url ? `/slack/file/${(/-(F\w+)\//.exec(element.slack_file.url) || [])[1] || ""}` : element.image_url}" alt="${element.alt_text}">`;

// What a visitor put into one field, in the form the sandbox takes.
export function valueOf(box) {
  const kind = box.dataset.kind;
  if ((kind.startsWith("multi_") && kind !== "multi_external_select") || kind === "checkboxes") return [...box.querySelectorAll("input:checked")].map((tick) => tick.value);
  if (kind === "radio_buttons") return box.querySelector("input:checked")?.value ?? null;
  if (kind.endsWith("external_select")) {
    const held = box.querySelector("input[type=hidden]").value;
    const option = held ? JSON.parse(held) : null;
    return kind.startsWith("multi_") ? (option ? [option] : []) : option;
  }
  const raw = box.querySelector("input,select,textarea")?.value ?? "";
  if (kind === "datetimepicker") return raw ? epochOf(raw) : null;
  if (kind === "rich_text_input") return raw ? { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: raw }] }] } : null;
  return raw === "" ? null : raw;
}
export const readForm = (form) => {
  const values = {};
  for (const box of form.querySelectorAll(".block.input .field")) {
    if (box.dataset.kind === "file_input") continue;
    (values[box.dataset.block] ||= {})[box.dataset.action] = valueOf(box);
  }
  return values;
};
export { esc };
