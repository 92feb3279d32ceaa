// Joins the parts of the page.
import { data } from "./data.js";
import { buildFilters, isVisible, remember } from "./filters.js";
import { element, nameButton, showEdge, showHelp, showNode } from "./panel.js";
import { makePicture } from "./picture.js";
import { buildSearch } from "./search.js";

if (data.title) { document.title = data.title; document.getElementById("title").textContent = data.title; }

let picture = null, current = null;
const go = {
  node(node) { current = { node }; showNode(node, go); picture?.light(current); picture?.goTo(node); },
  edge(edge) { current = { edge }; showEdge(edge, go.node); picture?.light(current); },
  nothing() { current = null; showHelp(); picture?.light(null); },
};

function count() {
  const edges = data.edges.filter(isVisible), nodes = new Set(edges.flatMap((edge) => [edge.s, edge.t]));
  document.getElementById("count").textContent = `${nodes.size} of ${data.nodes.length} actors, ${edges.length} of ${data.edges.length} relations`;
}

let waiting = false;
function changed(all) {
  if (waiting && !all) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    remember();
    if (all === true) { go.nothing(); picture?.home(); }
    else if (current?.node) showNode(current.node, go);
    else if (current?.edge) showEdge(current.edge, go.node);
    count();
    picture?.light(current);
  });
}

function fillList() {
  const order = [...data.nodes].sort((a, b) => b.edges.length - a.edges.length || a.index - b.index);
  document.getElementById("list").append(...order.map((node) => element("li", "", nameButton(node.label, () => go.node(node)), ` (${node.edges.length})`)));
}

buildFilters(changed);
buildSearch(go.node);
document.getElementById("actors-box").addEventListener("toggle", fillList, { once: true });
document.querySelector(".skip").addEventListener("click", () => { document.getElementById("actors-box").open = true; });
showHelp();
count();
try {
  picture = makePicture(go);
} catch (error) {
  document.getElementById("picture").textContent = "The picture needs WebGL, which this browser does not offer. Search, filters and the list of actors work without it.";
}
window.entente = { picture, data };
