// Reads sentences in which one pair is marked and prints the relations between the two, for the event scorer:
//   bench_relate_pairs FILE.jsonl > edges.jsonl
// A line of FILE is {"id","text","sources":[{"text"}],"targets":[{"text"}]}; a line of the output {"id","edges":[…]}, surest first.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "entente/base/error.hpp"
#include "entente/base/json.hpp"
#include "entente/base/json_writer.hpp"
#include "entente/extract/pair_reader.hpp"

using namespace entente;

namespace {

constexpr std::size_t kMostEdges = 5;

std::string first_text(const JsonDocument& line, std::string_view key) {
  const auto& list = line.required(line.root(), key, JsonKind::array);
  return list.elements.empty() ? "" : line.required(list.elements.front(), "text", JsonKind::string).string;
}

Span find(const std::string& text, const std::string& part) {
  const auto at = text.find(part);
  return at == std::string::npos ? Span{} : Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

void write_end(JsonWriter& json, std::string_view key, const std::string& label) {
  json.key(key).begin_object().member("label", label).end_object();
}

std::string relate(const JsonDocument& line, const LanguageModel& model, const Schema& schema) {
  const auto& text = line.required(line.root(), "text", JsonKind::string).string;
  const auto source = first_text(line, "sources");
  const auto target = first_text(line, "targets");
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("id", line.required(line.root(), "id", JsonKind::string).string).key("edges").begin_array();
  std::size_t written = 0;
  for (const auto& relation : read_pair(text, find(text, source), find(text, target), model, schema)) {
    if (schema.find_relation(relation.relation)->plover.empty() || written == kMostEdges) continue;
    ++written;
    json.begin_object();
    write_end(json, "source", relation.reversed ? target : source);
    json.member("relation", relation.relation);
    write_end(json, "target", relation.reversed ? source : target);
    json.member("modality", std::string(to_string(relation.modality))).member("confidence", relation.confidence);
    json.end_object();
  }
  json.end_array().end_object();
  return out;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) throw UsageError("usage: bench_relate_pairs FILE.jsonl");
  const auto schema = load_schema();
  const LanguageModel model(data_folder("models") / "english.bin");
  std::ifstream in(argv[1]);
  std::uint32_t number = 0;
  for (std::string text; std::getline(in, text);) fmt::print("{}\n", relate(JsonDocument::parse(text, argv[1], ++number), model, schema));
  return 0;
} catch (const Error& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 3;
}
