// Puts style, script and library into one page with a place for the graph: node build.mjs OUT
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const { outputFiles } = await build({ entryPoints: ["main.js"], bundle: true, minify: true, format: "iife", target: "es2021", legalComments: "inline", charset: "utf8", write: false });
const script = outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = (await build({ entryPoints: ["page.css"], minify: true, write: false })).outputFiles[0].text;
const page = readFileSync("page.html", "utf8").replace("/*STYLE*/", () => style.trim()).replace("/*SCRIPT*/", () => script.trim());
writeFileSync(process.argv[2], page);

// The licences of what is bundled, beside it.
const packages = ["@sigma/edge-curve", "events", "graphology", "graphology-utils", "sigma"];
const licences = packages.map((name) => {
  const { version } = JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8"));
  const file = name === "events" ? "LICENSE" : "LICENSE.txt";
  return `${name} ${version}\n\n${readFileSync(join("node_modules", name, file), "utf8").trim()}\n`;
});
writeFileSync(join(dirname(process.argv[2]), "LICENSES.txt"), "page.template.html holds these libraries:\n\n" + licences.join("\n----\n\n"));
