// Ladybug copies the CSV tables into a database; Cypher counts and reads them back equal.
import { readFileSync, rmSync } from "node:fs";
import { Connection, Database } from "@ladybugdb/core";

const [file, folder, place] = process.argv.slice(2);
const items = JSON.parse(readFileSync(file, "utf8"))["@graph"];
const local = (iri) => decodeURIComponent(iri.slice(iri.indexOf(":") + 1));
rmSync(place, { recursive: true, force: true });
const connection = new Connection(new Database(place));
const ask = async (text) => (await connection.query(text)).getAll();
const options = `(HEADER=true, ESCAPE='"', PARALLEL=false)`;
await ask("CREATE NODE TABLE Actor(id STRING PRIMARY KEY, label STRING, type STRING, wikidata STRING, aliases STRING, mergeReasons STRING, documents STRING)");
await ask(`COPY Actor FROM "${folder}/nodes.csv" ${options}`);
await ask(`CREATE NODE TABLE Statement(id STRING PRIMARY KEY, source STRING, sourceLabel STRING, target STRING, targetLabel STRING, relation STRING, family STRING, polarity STRING,
  symmetric BOOLEAN, confidence DOUBLE, support INT64, documents INT64, asserted INT64, possible INT64, negated INT64, first STRING, last STRING, documentIds STRING, quote STRING)`);
await ask(`COPY Statement FROM "${folder}/edges.csv" ${options}`);
let bad = 0;
const same = (what, a, b) => { if (a !== b && bad++ < 5) console.log(`${what}: expected ${JSON.stringify(a)?.slice(0, 120)}, found ${JSON.stringify(b)?.slice(0, 120)}`); };
const actors = new Map((await ask("MATCH (n:Actor) RETURN n.id AS id, n.label AS label, n.type AS type, n.wikidata AS wikidata")).map((row) => [row.id, row]));
const edges = new Map((await ask("MATCH (s:Statement) RETURN s.id AS id, s.source AS source, s.target AS target, s.relation AS relation, s.confidence AS confidence, s.support AS support, s.polarity AS polarity")).map((row) => [row.id, row]));
let nodes = 0, count = 0;
for (const item of items) {
  if (item["@id"].startsWith("ent:")) {
    ++nodes;
    const row = actors.get(local(item["@id"]));
    same("label", item.name, row?.label ?? "");
    same("wikidata", item.wikidata ?? "", row?.wikidata ?? "");
  } else if (item["@type"] === "Edge") {
    ++count;
    const row = edges.get(local(item["@id"]));
    for (const [field, value] of [["source", local(item.source)], ["target", local(item.target)], ["relation", local(item.relation)], ["confidence", item.confidence], ["support", item.mentions], ["polarity", item.polarity]])
      same(field, value, row?.[field]);
  }
}
same("nodes", nodes, actors.size);
same("edges", count, edges.size);
console.log(`ladybug: ${actors.size} nodes, ${edges.size} edges, ${bad} differences`);
process.exit(bad ? 1 : 0);
