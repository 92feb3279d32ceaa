// The panel that says in words what is behind a node or a line. Texts become text nodes, never markup.
import { data, dateOf, familyOf, modalities, phrase } from "./data.js";
import { isVisible, visibleEvidence } from "./filters.js";

const panel = document.getElementById("panel");

export function element(name, className, ...content) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

export function nameButton(text, action) {
  const button = element("button", "name", text || "(no name)");
  button.type = "button";
  button.addEventListener("click", action);
  return button;
}

// Where `words` stand in the sentence, as near as possible to where they should (code points from its start).
function find(points, words, expected) {
  const wanted = Array.from(words);
  let best = -1;
  if (wanted.length === 0) return null;
  for (let i = 0; i + wanted.length <= points.length; ++i) {
    let j = 0;
    while (j < wanted.length && points[i + j] === wanted[j]) ++j;
    if (j === wanted.length && (best < 0 || Math.abs(i - expected) < Math.abs(best - expected))) best = i;
  }
  return best < 0 ? null : [best, best + wanted.length];
}

function sentence(evidence) {
  const points = Array.from(evidence.text);
  const kinds = new Array(points.length).fill("");
  for (const [kind, words, at] of [["trigger", evidence.trw, evidence.tr], ["target", evidence.tgw, evidence.tg], ["source", evidence.srw, evidence.sr]]) {
    const place = find(points, words, at - evidence.at);
    if (place) kinds.fill(kind, place[0], place[1]);
  }
  const quote = element("p");
  for (let i = 0; i < points.length;) {
    let j = i;
    while (j < points.length && kinds[j] === kinds[i]) ++j;
    const text = points.slice(i, j).join("");
    quote.append(kinds[i] ? element("mark", kinds[i], text) : text);
    i = j;
  }
  return quote;
}

function documentName(index) {
  const doc = data.documents[index];
  const text = doc.title || doc.id;
  if (!/^https?:\/\//.test(doc.url)) return document.createTextNode(text);
  const link = element("a", "", text);
  link.href = doc.url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function quotation(evidence, showNode) {
  const quote = element("blockquote", "", sentence(evidence));
  const footer = element("footer", "", documentName(evidence.d));
  const facts = [dateOf(evidence), evidence.m === 2 ? "denied" : modalities[evidence.m], "confidence " + evidence.conf.toFixed(2), evidence.by].filter(Boolean);
  footer.append(", " + facts.join(", "));
  if (evidence.who !== undefined) footer.append(", said by ", nameButton(data.nodes[evidence.who].label, () => showNode(data.nodes[evidence.who])));
  quote.append(footer);
  return quote;
}

function open(...content) {
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
  if (document.activeElement === document.body || panel.contains(document.activeElement)) panel.focus();
}

export function showEdge(edge, showNode) {
  const source = data.nodes[edge.s], target = data.nodes[edge.t];
  const heading = element("h2", "", nameButton(source.label, () => showNode(source)), " " + phrase(edge) + " ", nameButton(target.label, () => showNode(target)));
  const shown = visibleEvidence(edge);
  const dates = edge.first ? ", " + (edge.first === edge.last ? edge.first : edge.first + " to " + edge.last) : "";
  const facts = element("p", "facts", `${familyOf(edge).name}; ${edge.ev.length} statement${edge.ev.length === 1 ? "" : "s"} in ${new Set(edge.ev.map((e) => e.d)).size} document(s), confidence ${edge.conf.toFixed(2)}${dates}`);
  const hidden = edge.ev.length - shown.length;
  open(heading, facts, ...shown.map((e) => quotation(e, showNode)));
  if (hidden > 0) panel.append(element("p", "facts", `${hidden} more hidden by the filters`));
}

export function showNode(node, go) {
  const facts = [node.type, node.aliases.length ? "also called " + node.aliases.join(", ") : ""].filter(Boolean).join("; ");
  const heading = element("h2", "", node.label || "(no name)");
  const about = element("p", "facts", facts);
  if (/^Q\d+$/.test(node.wikidata)) {
    const link = element("a", "", "Wikidata " + node.wikidata);
    link.href = "https://www.wikidata.org/wiki/" + node.wikidata;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    about.append("; ", link);
  }
  const groups = new Map();
  for (const edge of node.edges.filter(isVisible)) {
    const family = data.relations[edge.r].family;
    if (!groups.has(family)) groups.set(family, []);
    groups.get(family).push(edge);
  }
  const parts = [];
  for (const [family, edges] of [...groups].sort((a, b) => a[0] - b[0])) {
    const title = element("h3", "", `${data.families[family].name} (${edges.length})`);
    title.style.borderLeftColor = data.families[family].color;
    const list = element("ul", "edges");
    for (const edge of edges.sort((a, b) => b.ev.length - a.ev.length)) {
      const out = edge.s === node.index, other = data.nodes[out ? edge.t : edge.s];
      const line = nameButton(out ? `${phrase(edge)} ${other.label}` : `${other.label} ${phrase(edge)} it`, () => go.edge(edge));
      list.append(element("li", "", line, ` ×${edge.ev.length} `, nameButton("go there", () => go.node(other))));
    }
    parts.push(title, list);
  }
  if (parts.length === 0) parts.push(element("p", "facts", "No relation of this actor passes the filters."));
  open(heading, about, ...parts);
}

export function showHelp() {
  const help = "Click on an actor for its relations, on a line for the sentences behind it. In sentences, ";
  open(element("h2", "", "How to read this"), element("p", "", help, element("mark", "source", "who"), ", ", element("mark", "trigger", "how"), " and ", element("mark", "target", "whom"), " are marked."));
}
