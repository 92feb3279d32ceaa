// graphology reads GEXF and GraphML: nodes, edges, labels and kinds are equal to the graph's own file.
import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

globalThis.DOMParser = DOMParser;
const { MultiDirectedGraph } = Graph;
const [file, stem] = process.argv.slice(2);
const items = JSON.parse(readFileSync(file, "utf8"))["@graph"];
const clean = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
const local = (iri) => decodeURIComponent(iri.slice(iri.indexOf(":") + 1));
let bad = 0;
const same = (what, a, b) => { if (a !== b && bad++ < 5) console.log(`${what}: expected ${JSON.stringify(a)?.slice(0, 120)}, found ${JSON.stringify(b)?.slice(0, 120)}`); };
for (const [name, reader] of [["gexf", gexf], ["graphml", graphml]]) {
  const graph = reader.parse(MultiDirectedGraph, readFileSync(`${stem}.${name}`, "utf8"));
  let nodes = 0, edges = 0;
  for (const item of items) {
    if (item["@id"].startsWith("ent:")) {
      ++nodes;
      const data = graph.getNodeAttributes(local(item["@id"]));
      same("label", clean(item.name), data.label ?? "");
      same("wikidata", item.wikidata ?? "", data.wikidata ?? "");
      if (name === "gexf") same("aliases", JSON.stringify((item.alias ?? []).map(clean)), JSON.stringify(data.aliases ?? []));
    } else if (item["@type"] === "Edge") {
      ++edges;
      const data = graph.getEdgeAttributes(local(item["@id"]));
      same("relation", local(item.relation), data.relation);
      same("confidence", item.confidence, data.confidence);
      same("support", item.mentions, data.support);
      same("source", local(item.source), graph.source(local(item["@id"])));
    }
  }
  same("nodes", nodes, graph.order);
  same("edges", edges, graph.size);
  console.log(`${name}: ${graph.order} nodes, ${graph.size} edges, ${bad} differences`);
}
process.exit(bad ? 1 : 0);
