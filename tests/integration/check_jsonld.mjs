// jsonld.js makes of the JSON-LD what our N-Quads say (RDFC-1.0); a strict streaming parser accepts the order of keys.
import { createReadStream, readFileSync } from "node:fs";
import jsonld from "jsonld";
import { NQuads } from "rdf-canonize";
import { JsonLdParser } from "jsonld-streaming-parser";
import { Parser } from "n3";

const [file, nquads] = process.argv.slice(2);
const read = JSON.parse(readFileSync(file, "utf8"));
const ours = readFileSync(nquads, "utf8");
// There are no blank nodes, so the sorted lines are the canonical form; for small graphs the real algorithm says so too.
const sorted = (text) => [...new Set(text.trimEnd().split("\n"))].sort().join("\n") + "\n";
const small = ours.length < 1000000, options = { algorithm: "RDFC-1.0", format: "application/n-quads" };
const ownForm = async (input, more) => (small ? jsonld.canonize(input, { ...options, ...more }) : sorted(typeof input === "string" ? NQuads.serialize(NQuads.parse(input)) : await jsonld.toRDF(input, options)));
const a = await ownForm(read, {});
const b = await ownForm(ours, { inputFormat: "application/n-quads" });
const lines = a.split("\n").length - 1;
console.log(`jsonld.js: ${lines} triples, ${a === b ? "equal to" : "different from"} our N-Quads`);
if (a !== b) {
  const mine = new Set(b.split("\n"));
  console.log(a.split("\n").filter((line) => !mine.has(line)).slice(0, 3).map((line) => line.slice(0, 300)).join("\n"));
}
const parsed = new Parser({ format: "N-Quads" }).parse(ours).length;
let streamed = 0;
await new Promise((done, fail) => {
  const parser = new JsonLdParser({ streamingProfile: true, dataFactory: undefined });
  parser.on("data", () => { ++streamed; }).on("error", fail).on("end", done);
  createReadStream(file).pipe(parser);
});
console.log(`n3: ${parsed}, streaming parser: ${streamed}`);
process.exit(a === b && parsed === ours.trimEnd().split("\n").length && streamed >= lines ? 0 : 1);
