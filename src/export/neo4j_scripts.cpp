#include "export/neo4j_scripts.hpp"

#include <fmt/format.h>

#include <set>

#include "export/fields.hpp"

namespace entente {

namespace {

struct Column {
  const char* name;
  const char* type;
};

using Columns = std::vector<Column>;

// Columns after ":ID" of each node table. A column called as in a header is a property.
const Columns actor_columns = {{"id", "string"},        {"name", "string"},           {"type", "string"},       {"wikidata", "string"},
                               {"aliases", "string[]"}, {"mergeReasons", "string[]"}, {"documents", "string[]"}};
const Columns document_columns = {{"id", "string"},  {"title", "string"},    {"author", "string"}, {"date", "string"},
                                  {"url", "string"}, {"language", "string"}, {"sha256", "string"}, {"sentences", "long"}};
const Columns statement_columns = {{"id", "string"}, {"relation", "string"}, {"polarity", "string"}};
const Columns evidence_columns = {{"id", "string"},         {"modality", "string"},  {"time", "string"},        {"confidence", "double"},
                                  {"by", "string"},         {"exact", "string"},     {"start", "long"},         {"end", "long"},
                                  {"sourceText", "string"}, {"sourceStart", "long"}, {"sourceEnd", "long"},     {"targetText", "string"},
                                  {"targetStart", "long"},  {"targetEnd", "long"},   {"triggerText", "string"}, {"triggerStart", "long"},
                                  {"triggerEnd", "long"}};
// After ":START_ID", ":END_ID" and ":TYPE".
const Columns relation_columns = {{"id", "string"},         {"relation", "string"},      {"family", "string"}, {"polarity", "string"},
                                  {"symmetric", "boolean"}, {"confidence", "double"},    {"support", "long"},  {"documents", "long"},
                                  {"asserted", "long"},     {"possible", "long"},        {"negated", "long"},  {"first", "string"},
                                  {"last", "string"},       {"documentIds", "string[]"}, {"quote", "string"}};

std::string header(const std::string& start, const Columns& columns, const std::string& end = "") {
  std::string line = start;
  for (const auto& column : columns) line += fmt::format(",{}:{}", column.name, column.type);
  return line + end;
}

/// `text` of letters, digits and underscores, in the case of a label or of a relationship type; never empty.
std::string plain_name(const std::string& text, bool upper) {
  std::string name;
  bool start = true;
  for (const char c : text) {
    const bool small = c >= 'a' && c <= 'z', letter = small || (c >= 'A' && c <= 'Z'), digit = c >= '0' && c <= '9';
    if (!letter && !digit) {
      if (upper && !name.empty() && name.back() != '_') name += '_';
      start = true;
      continue;
    }
    name += small && (upper || start) ? static_cast<char>(c - 'a' + 'A') : c;
    start = false;
  }
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) name = (upper ? "R_" : "T") + name;
  return name;
}

std::string unused(std::string name, std::set<std::string>& used) {
  const auto stem = name;
  for (int i = 2; !used.insert(name).second; ++i) name = stem + "_" + std::to_string(i);
  return name;
}

/// The value of column `i` of a row.
std::string cell(const Column& column, std::size_t i) {
  const std::string_view type = column.type;
  if (type == "double") return fmt::format("toFloat(row[{}])", i);
  if (type == "long") return fmt::format("toInteger(row[{}])", i);
  if (type == "boolean") return fmt::format("row[{}] = 'true'", i);
  if (type == "string[]") return fmt::format("split(row[{}], '\\u001F')", i);
  return fmt::format("row[{}]", i);
}

std::string assignments(const char* variable, const Columns& columns, std::size_t first) {
  std::string text;
  for (std::size_t i = 1; i < columns.size(); ++i)
    text += fmt::format("{}{}.`{}` = {}", i == 1 ? "" : ", ", variable, columns[i].name, cell(columns[i], first + i));
  return text;
}

std::string load(const std::string& table, const std::string& condition, const std::string& body) {
  return fmt::format("LOAD CSV FROM 'file:///{}.csv' AS row{} CALL {{ WITH row\n  {} }} IN TRANSACTIONS OF 5000 ROWS;\n", table,
                     condition.empty() ? "" : " WITH row WHERE " + condition, body);
}

std::string node_block(const char* label, const std::string& table, const Columns& columns) {
  return load(table, "", fmt::format("MERGE (n:{} {{id: row[1]}})\n  SET {}", label, assignments("n", columns, 1)));
}

std::string link_block(const char* type, const char* from, const char* to) {
  return load("links", fmt::format("row[2] = '{}'", type),
              fmt::format("MATCH (a:{} {{id: substring(row[0], 2)}}) MATCH (b:{} {{id: substring(row[1], 2)}})\n  MERGE (a)-[:{}]->(b)",
                          from, to, type));
}

}  // namespace

Neo4jNames neo4j_names(const KnowledgeGraph& graph) {
  Neo4jNames names;
  std::set<std::string> types, kinds, used_labels = {"Actor", "Statement", "Evidence", "Document"};
  std::set<std::string> used_types = {"SOURCE", "TARGET", "EVIDENCE", "IN", "SAID_BY"};
  for (const auto& entity : graph.entities) types.insert(entity.type);
  for (const auto& edge : graph.edges) kinds.insert(edge_kind(graph, edge));
  for (const auto& type : types) names.labels[type] = unused(plain_name(type, false), used_labels);
  for (const auto& kind : kinds) names.types[kind] = unused(plain_name(kind, true), used_types);
  return names;
}

std::vector<std::pair<std::string, std::string>> neo4j_headers(bool evidence) {
  std::vector<std::pair<std::string, std::string>> headers = {{"actors", header(":ID", actor_columns, ",:LABEL")},
                                                              {"relations", header(":START_ID,:END_ID,:TYPE", relation_columns)}};
  if (evidence) {
    headers.emplace_back("documents", header(":ID", document_columns));
    headers.emplace_back("statements", header(":ID", statement_columns));
    headers.emplace_back("evidence", header(":ID", evidence_columns));
    headers.emplace_back("links", ":START_ID,:END_ID,:TYPE");
  }
  return headers;
}

std::string neo4j_cypher(const Neo4jNames& names, bool evidence) {
  std::string script =
      "// Loads the tables beside this file into Neo4j 4.4 or later. Copy them into the database's import folder, then run\n"
      "//   cypher-shell -f load.cypher\n"
      "// (in Neo4j Browser put :auto before each LOAD CSV). Running it again changes nothing.\n"
      "CREATE CONSTRAINT entente_actor IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;\n";
  if (evidence)
    script +=
        "CREATE CONSTRAINT entente_document IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;\n"
        "CREATE CONSTRAINT entente_statement IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;\n"
        "CREATE CONSTRAINT entente_evidence IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;\n";
  script += node_block("Actor", "actors", actor_columns);
  for (const auto& [type, label] : names.labels)
    script +=
        load("actors", fmt::format("row[8] ENDS WITH '\\u001F{}'", label), fmt::format("MATCH (n:Actor {{id: row[1]}}) SET n:`{}`", label));
  for (const auto& [kind, type] : names.types)
    script += load("relations", fmt::format("row[2] = '{}'", type),
                   fmt::format("MATCH (a:Actor {{id: substring(row[0], 2)}}) MATCH (b:Actor {{id: substring(row[1], 2)}})\n"
                               "  MERGE (a)-[r:`{}` {{id: row[3]}}]->(b)\n  SET {}",
                               type, assignments("r", relation_columns, 3)));
  if (!evidence) return script;
  script += node_block("Document", "documents", document_columns) + node_block("Statement", "statements", statement_columns) +
            node_block("Evidence", "evidence", evidence_columns);
  return script + link_block("SOURCE", "Statement", "Actor") + link_block("TARGET", "Statement", "Actor") +
         link_block("EVIDENCE", "Statement", "Evidence") + link_block("IN", "Evidence", "Document") +
         link_block("SAID_BY", "Evidence", "Actor");
}

std::string neo4j_import_script(bool evidence) {
  std::string script =
      "#!/bin/sh\n"
      "# Makes a new database 'neo4j' of the tables beside this script (Neo4j 5 or later; the server must not be running).\n"
      "cd \"$(dirname \"$0\")\" || exit 1\n"
      "exec ${NEO4J_ADMIN:-neo4j-admin} database import full \\\n"
      "  --nodes=actors-header.csv,actors.csv --relationships=relations-header.csv,relations.csv \\\n";
  if (evidence)
    script +=
        "  --nodes=Document=documents-header.csv,documents.csv --nodes=Statement=statements-header.csv,statements.csv \\\n"
        "  --nodes=Evidence=evidence-header.csv,evidence.csv --relationships=links-header.csv,links.csv \\\n";
  return script + "  --array-delimiter=U+001F --multiline-fields=true --legacy-style-quoting=true --overwrite-destination \"$@\" neo4j\n";
}

}  // namespace entente
