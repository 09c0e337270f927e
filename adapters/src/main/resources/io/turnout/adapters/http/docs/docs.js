// Shows /openapi.json. Everything is put in as text, never as markup.
"use strict";

const METHODS = ["get", "post", "put", "patch", "delete"];

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function folded(title, about) {
  const details = element("details");
  const summary = element("summary");
  summary.append(title);
  if (about) summary.append(element("span", about, "about"));
  details.append(summary);
  return details;
}

function code(value) {
  const pre = element("pre");
  pre.append(element("code", JSON.stringify(value, null, 2)));
  return pre;
}

function parameters(list) {
  const table = element("table");
  const head = element("tr");
  ["Name", "In", "Meaning", "Example"].forEach((title) => head.append(element("th", title)));
  table.append(head);
  list.forEach((one) => {
    const row = element("tr");
    row.append(element("td", one.name + (one.required ? " *" : "")));
    row.append(element("td", one.in));
    row.append(element("td", one.description));
    row.append(element("td", one.example));
    table.append(row);
  });
  return table;
}

function examples(content) {
  const shown = [];
  Object.values(content || {}).forEach((media) => {
    if (media.example !== undefined) shown.push(code(media.example));
    Object.values(media.examples || {}).forEach((one) => shown.push(code(one.value)));
  });
  return shown;
}

function operation(path, method, what) {
  const title = element("span");
  title.append(element("span", method.toUpperCase(), "method"), element("code", path));
  const details = folded(title, what.summary);
  if (what.security) details.append(element("p", "Needs Authorization: Bearer <token>."));
  if (what.parameters && what.parameters.length) details.append(parameters(what.parameters));
  if (what.requestBody) {
    details.append(element("h3", "Body"), ...examples(what.requestBody.content));
  }
  details.append(element("h3", "Answers"));
  Object.entries(what.responses).forEach(([status, answer]) => {
    const one = folded(element("code", status), answer.description);
    one.append(...examples(answer.content));
    details.append(one);
  });
  return details;
}

async function show() {
  const api = await (await fetch("/openapi.json")).json();
  document.getElementById("about").prepend(api.info.description + " ");
  const paths = document.getElementById("paths");
  Object.entries(api.paths).forEach(([path, item]) => {
    METHODS.filter((method) => item[method]).forEach((method) => {
      paths.append(operation(path, method, item[method]));
    });
  });
}

show().catch(() => {
  document.getElementById("paths").textContent = "The description could not be loaded.";
});
