// Ladybug, an embedded graph database that speaks Cypher: ask_ladybug.mjs TABLES [PAIRS]; load is COPY into a new database.
import lbug from "@ladybugdb/core";
import fs from "node:fs";
import readline from "node:readline";

const [folder, count = "20"] = process.argv.slice(2);
const file = `${folder}/ladybug.lbug`;
for (const name of [file, `${file}.wal`]) fs.rmSync(name, { recursive: true, force: true });
const connection = new lbug.Connection(new lbug.Database(file), 1);
const ask = async (text) => (await connection.query(text)).getAll();
// Time of the processor over all threads.
const now = () => Object.values(process.cpuUsage()).reduce((a, b) => a + b) / 1000;
const report = (measure, milliseconds, answer) => console.log(`ladybug\t${measure}\t${milliseconds.toFixed(3)}\t${answer}`);

async function each(measure, questions, unit) {
  const begin = now();
  let total = 0;
  for (const text of questions) for (const row of await ask(text)) total += Number(Object.values(row)[0]);
  report(measure, (now() - begin) / questions.length, `${total} ${unit}`);
}

await ask("CREATE NODE TABLE Actor(id INT64 PRIMARY KEY, name STRING, type STRING)");
await ask("CREATE REL TABLE Edge(FROM Actor TO Actor, relation STRING, confidence DOUBLE)");
const begin = now();
await ask(`COPY Actor FROM '${folder}/nodes.csv' (HEADER=true)`);
await ask(`COPY Edge FROM '${folder}/edges.csv' (HEADER=true)`);
const size = Number((await ask("MATCH (n:Actor) RETURN count(*) AS n"))[0].n);
report("load", now() - begin, `${size} entities`);

const pick = (number) => Number((BigInt(number) * 2654435761n) % BigInt(size));
const pairs = Array.from({ length: Number(count) }, (_, i) => [pick(2 * i + 1), pick(2 * i + 2)]);
await each("shortest path",
  pairs.map(([a, b]) => `MATCH (a:Actor {id: ${a}})-[e:Edge* SHORTEST 1..20]-(b:Actor {id: ${b}}) RETURN length(e) AS n`), "hops");
await each("two-hop neighbourhood",
  pairs.map(([a]) => `MATCH (a:Actor {id: ${a}})-[:Edge*1..2]-(b:Actor) WHERE b.id <> ${a} RETURN count(DISTINCT b.id) AS n`), "entities");

const ends = new Int32Array(size);
let header = true;
for await (const line of readline.createInterface({ input: fs.createReadStream(`${folder}/edges.csv`) })) {
  if (!header) for (const end of line.split(",", 2)) ++ends[Number(end)];
  header = false;
}
const start = ends.indexOf(ends.reduce((most, n) => Math.max(most, n), 0));
await each("three-hop MATCH", [1, 2, 3, 4, 5].map(() =>
  `MATCH (a:Actor {id: ${start}})-[r:Edge]->(b:Actor)-[s:Edge]->(c:Actor)<-[t:Edge]-(d:Actor {type: 'State'})
   WHERE r.relation = 'OPPOSES' AND s.relation = 'SUPPORTS' AND t.relation = 'ACCUSES' AND t.confidence > 0.7 RETURN count(*) AS n`),
  "matches in 5 rounds");
process.exit(0);
