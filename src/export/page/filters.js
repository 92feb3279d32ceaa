// What the reader has chosen to see.
import { data, dateOf, modalities } from "./data.js";

const chosen = { families: new Set(data.families.keys()), relations: new Set(data.relations.keys()), documents: new Set(data.documents.keys()), modalities: new Set([0, 1, 2]) };
let confidence = 0, support = 1, since = "", until = "";

const clip = (a, b) => [a.slice(0, b.length), b.slice(0, a.length)];

function inTime(evidence) {
  if (!since && !until) return true;
  const date = dateOf(evidence);
  if (!date) return false;
  const [first, last = first] = date.split("/");
  if (since) { const [a, b] = clip(last, since); if (a < b) return false; }
  if (until) { const [a, b] = clip(first, until); if (a > b) return false; }
  return true;
}

export function visibleEvidence(edge) {
  return edge.ev.filter((e) => chosen.documents.has(e.d) && chosen.modalities.has(e.m) && inTime(e));
}

// Asked at every frame, so answered from memory; `remember` after each change.
const seen = { edges: new Uint8Array(data.edges.length), nodes: new Uint8Array(data.nodes.length) };
export const isVisible = (edge) => seen.edges[edge.index] === 1;
export const isNodeVisible = (node) => seen.nodes[node.index] === 1 || node.edges.length === 0;

export function remember() {
  seen.nodes.fill(0);
  for (const edge of data.edges) {
    seen.edges[edge.index] = fits(edge) ? 1 : 0;
    if (seen.edges[edge.index]) seen.nodes[edge.s] = seen.nodes[edge.t] = 1;
  }
}

function fits(edge) {
  return chosen.relations.has(edge.r) && chosen.families.has(data.relations[edge.r].family) && edge.conf >= confidence && visibleEvidence(edge).length >= support;
}

function box(parent, text, set, value, changed, decorate) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.defaultChecked = true;
  input.addEventListener("change", () => { input.checked ? set.add(value) : set.delete(value); changed(); });
  label.append(input);
  if (decorate) decorate(label);
  label.append(text);
  parent.append(label);
}

function swatch(family) {
  return (label) => {
    const line = document.createElement("span");
    line.className = "swatch " + (family.twin ? "twin" : family.line);
    line.style.borderTopColor = family.color;
    label.append(line);
  };
}

export function buildFilters(changed) {
  const get = (id) => document.getElementById(id);
  data.families.forEach((family, i) => box(get("families"), family.name || "(none)", chosen.families, i, changed, swatch(family)));
  modalities.forEach((name, i) => box(get("modalities"), name === "negated" ? "denied" : name, chosen.modalities, i, changed));
  data.relations.forEach((relation, i) => box(get("relations"), relation.name.replaceAll("_", " "), chosen.relations, i, changed));
  data.documents.forEach((doc, i) => box(get("documents"), (doc.title || doc.id) + (doc.date ? ", " + doc.date : ""), chosen.documents, i, changed));
  get("confidence").addEventListener("input", (event) => { confidence = +event.target.value; get("confidence-shown").value = confidence.toFixed(2); changed(); });
  get("support").addEventListener("input", (event) => { support = Math.max(1, +event.target.value || 1); changed(); });
  get("since").addEventListener("input", (event) => { if (event.target.validity.valid) { since = event.target.value; changed(); } });
  get("until").addEventListener("input", (event) => { if (event.target.validity.valid) { until = event.target.value; changed(); } });
  get("filters").addEventListener("submit", (event) => event.preventDefault());
  get("reset").addEventListener("click", () => {
    get("filters").reset();
    for (const [name, all] of [["families", data.families], ["relations", data.relations], ["documents", data.documents], ["modalities", modalities]])
      all.forEach((_, i) => chosen[name].add(i));
    confidence = 0; support = 1; since = ""; until = "";
    get("confidence-shown").value = "0.00";
    changed(true);
  });
  remember();
}
