// The search box: names and aliases, case and diacritics ignored, by mouse or keyboard.
import { data, plain } from "./data.js";

const input = document.getElementById("search"), list = document.getElementById("found");
const names = data.nodes.map((node) => ({ node, words: [node.label, ...node.aliases].map(plain) }));

function matches(query) {
  const scored = [];
  for (const { node, words } of names) {
    const score = Math.min(...words.map((word) => (word === query ? 0 : word.startsWith(query) ? 1 : word.includes(query) ? 2 : 9)));
    if (score < 9) scored.push([score, -node.edges.length, node]);
  }
  return scored.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2].index - b[2].index).slice(0, 20).map((entry) => entry[2]);
}

export function buildSearch(choose) {
  let shown = [], at = -1;
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (node) => { close(); input.value = node.label; choose(node); };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) { input.setAttribute("aria-activedescendant", "found-" + at); list.children[at].scrollIntoView({ block: "nearest" }); }
  };
  input.addEventListener("input", () => {
    const query = plain(input.value.trim());
    shown = query ? matches(query) : [];
    list.replaceChildren(...shown.map((node, i) => {
      const item = document.createElement("li");
      item.id = "found-" + i;
      item.setAttribute("role", "option");
      item.textContent = `${node.label} (${node.type}, ${node.edges.length})`;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(node); });
      return item;
    }));
    at = shown.length ? 0 : -1;
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (shown.length) at = (at + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length;
      mark();
      event.preventDefault();
    } else if (event.key === "Enter" && at >= 0) take(shown[at]);
    else if (event.key === "Escape") close();
  });
  input.addEventListener("blur", close);
}
