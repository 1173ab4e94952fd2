// Sends the chosen files one after another, each with its progress. Without this script the form does the same at once.
"use strict";
(() => {
  const form = document.getElementById("upload");
  const list = document.getElementById("list");
  const words = form.dataset;

  function send(file, kind) {
    const line = document.createElement("li");
    const name = document.createElement("div");
    const bar = document.createElement("progress");
    const state = document.createElement("small");
    name.textContent = file.name;
    bar.max = file.size || 1;
    bar.value = 0;
    state.textContent = words.sending;
    line.append(name, bar, document.createTextNode(" "), state);
    list.append(line);
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      const query = new URLSearchParams({ name: file.name, kind });
      request.open("POST", `${location.pathname}/file?${query}`);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.upload.onprogress = (event) => { bar.value = event.loaded; };
      request.onloadend = () => {
        const stored = request.status === 201;
        bar.value = stored ? bar.max : 0;
        state.textContent = stored ? words.done : problem(request) || words.failed;
        done(stored);
      };
      request.send(file);
    });
  }

  function problem(request) {
    try { return JSON.parse(request.responseText).problem; } catch { return ""; }
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
