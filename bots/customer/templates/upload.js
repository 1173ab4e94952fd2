// Sends the chosen files one after another in pieces, each with its progress, and goes on after a break from where the
// server stands. Without this script the form sends the files whole.
"use strict";
(() => {
  const PIECE = 16 * 1024 * 1024;
  const LONGEST_PAUSE = 30000;
  const form = document.getElementById("upload");
  const list = document.getElementById("list");
  const words = form.dataset;
  const tus = { "Tus-Resumable": "1.0.0" };

  class Refused extends Error {}

  const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const pause = (time) => new Promise((done) => { setTimeout(done, time); });

  function line(file) {
    const item = document.createElement("li");
    const name = document.createElement("div");
    const bar = document.createElement("progress");
    const state = document.createElement("small");
    name.textContent = file.name;
    bar.max = file.size || 1;
    bar.value = 0;
    state.textContent = words.sending;
    item.append(name, bar, document.createTextNode(" "), state);
    list.append(item);
    return { bar, state };
  }

  function call(method, address, headers, body, progress) {
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open(method, address);
      for (const [name, value] of Object.entries({ ...tus, ...headers })) request.setRequestHeader(name, value);
      if (progress) request.upload.onprogress = (event) => progress(event.loaded);
      request.onload = () => {
        if (request.status >= 500) return failed(new Error("away"));
        if (request.status >= 400 && request.status !== 409) return failed(new Refused(problem(request)));
        return done(request);
      };
      request.onerror = request.ontimeout = request.onabort = () => failed(new Error("broken"));
      request.send(body);
    });
  }

  function problem(request) {
    try { return JSON.parse(request.responseText).problem || words.failed; } catch { return words.failed; }
  }

  // The same file chosen again is the same upload: it goes on.
  async function begun(file, kind) {
    const told = { filename: file.name, kind, key: `${file.name}|${file.lastModified}` };
    const metadata = Object.entries(told).map(([name, value]) => `${name} ${encoded(value)}`).join(",");
    const headers = { "Upload-Length": String(file.size), "Upload-Metadata": metadata };
    const answer = await call("POST", `${location.pathname}/files`, headers);
    if (answer.status !== 201) throw new Refused(problem(answer));
    return { address: answer.getResponseHeader("Location"), offset: Number(answer.getResponseHeader("Upload-Offset")) };
  }

  async function sent(file, kind, shown) {
    let upload = null;
    let wait = 500;
    while (upload === null || upload.offset < file.size) {
      try {
        if (upload === null) upload = await begun(file, kind);
        const from = upload.offset;
        if (from >= file.size) break;
        shown.state.textContent = words.sending;
        const headers = { "Upload-Offset": String(from), "Content-Type": "application/offset+octet-stream" };
        const progress = (loaded) => { shown.bar.value = from + loaded; };
        const answer = await call("PATCH", upload.address, headers, file.slice(from, from + PIECE), progress);
        upload.offset = Number(answer.getResponseHeader("Upload-Offset"));
        if (answer.status === 204) wait = 500;
        shown.bar.value = upload.offset;
      } catch (trouble) {
        if (trouble instanceof Refused) throw trouble;
        shown.state.textContent = words.waiting;
        await pause(wait);
        wait = Math.min(2 * wait, LONGEST_PAUSE);
        upload = null;
      }
    }
  }

  async function send(file, kind) {
    const shown = line(file);
    try {
      await sent(file, kind, shown);
      shown.bar.value = shown.bar.max;
      shown.state.textContent = words.done;
      return true;
    } catch (trouble) {
      shown.bar.value = 0;
      shown.state.textContent = trouble.message || words.failed;
      return false;
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const files = [...form.elements.files.files];
    const kind = form.elements.kind.value;
    button.disabled = true;
    list.replaceChildren();
    let all = true;
    for (const file of files) all = (await send(file, kind)) && all;
    button.disabled = false;
    if (all) form.elements.files.value = "";
  });
})();
