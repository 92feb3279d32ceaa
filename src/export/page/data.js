// The graph as the program wrote it into the page, and what follows from it.
export const data = JSON.parse(document.getElementById("data").textContent);

export const modalities = ["asserted", "possible", "negated"];

data.edges.forEach((edge, index) => { edge.index = index; });
data.nodes.forEach((node, index) => { node.index = index; node.edges = []; });
for (const edge of data.edges) {
  data.nodes[edge.s].edges.push(edge);
  if (edge.t !== edge.s) data.nodes[edge.t].edges.push(edge);
}

export const familyOf = (edge) => data.families[data.relations[edge.r].family];

export const plain = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();

export function phrase(edge) {
  const words = data.relations[edge.r].name.replaceAll("_", " ");
  if (edge.neg) return "not: " + words;
  return edge.ev.some((e) => e.m === 0) ? words : "may: " + words;
}

// The date of a piece of evidence: what the text says, else that of its document.
export const dateOf = (evidence) => evidence.time || data.documents[evidence.d].date || "";
