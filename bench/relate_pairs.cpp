// Reads sentences in which one pair is marked and prints the relations between the two, for the event scorer:
//   bench_relate_pairs FILE.jsonl [--plover] > edges.jsonl
// --plover cuts concessions and announced acts as the annotators of PLOVER events do; without it the relations stand as they were read.
// A line of FILE is {"id","text","sources":[{"text"}],"targets":[{"text"}]}; a line of the output {"id","edges":[…]}, surest first.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <utility>

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

bool is_conclusion(const std::string& lemma) {
  static const std::set<std::string> kConclusions = {"sign",   "conclude",  "ratify", "seal", "ink",    "reach",
                                                     "strike", "agreement", "deal",   "pact", "treaty", "accord"};
  return kConclusions.contains(lemma);
}

/// How the annotators of PLOVER events file a relation where they cut acts otherwise than the ontology does, after CAMEO's chapters, which
/// PLOVER's types come from: a concession that is carried out (a release, a return, a lifted ban) is RETREAT (chapter 8, yield); a
/// cooperative act or concession that is only agreed or announced is AGREE (3, express intent); a signed agreement is SUPPORT (5,
/// diplomatic cooperation, with 057, sign formal agreement), and so is pledged support.
std::pair<std::string, Modality> as_event(const PairRelation& relation) {
  const bool yields = relation.relation == "concedes_to" || relation.relation == "retreats_from";
  const bool asserted = relation.modality == Modality::asserted;
  const bool open = relation.modality == Modality::possible || (asserted && relation.to_come);
  if (relation.relation == "supports" && open) return {"supports", Modality::asserted};
  if (relation.relation == "agrees_with" && asserted && is_conclusion(relation.trigger)) return {"supports", Modality::asserted};
  if (yields && open) return {"agrees_with", Modality::asserted};
  if (yields && asserted) return {"retreats_from", relation.modality};
  return {relation.relation, open ? Modality::possible : relation.modality};
}

std::string relate(const JsonDocument& line, const PairReader& reader, const Schema& schema, bool plover) {
  const auto& text = line.required(line.root(), "text", JsonKind::string).string;
  const auto source = first_text(line, "sources");
  const auto target = first_text(line, "targets");
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("id", line.required(line.root(), "id", JsonKind::string).string).key("edges").begin_array();
  std::size_t written = 0;
  for (const auto& relation : reader.read(text, find(text, source), find(text, target))) {
    const auto [name, modality] = plover ? as_event(relation) : std::pair(relation.relation, relation.modality);
    if (schema.find_relation(name)->plover.empty() || written == kMostEdges) continue;
    ++written;
    json.begin_object();
    write_end(json, "source", relation.reversed ? target : source);
    json.member("relation", name);
    write_end(json, "target", relation.reversed ? source : target);
    json.member("modality", std::string(to_string(modality))).member("confidence", relation.confidence);
    json.end_object();
  }
  json.end_array().end_object();
  return out;
}

}  // namespace

int main(int argc, char** argv) try {
  const bool plover = argc == 3 && std::string_view(argv[2]) == "--plover";
  if (argc != 2 && !plover) throw UsageError("usage: bench_relate_pairs FILE.jsonl [--plover]");
  const auto schema = load_schema();
  const LanguageModel model(data_folder("models") / "english.bin");
  const PairReader reader(schema, model);
  std::ifstream in(argv[1]);
  std::uint32_t number = 0;
  for (std::string text; std::getline(in, text);)
    fmt::print("{}\n", relate(JsonDocument::parse(text, argv[1], ++number), reader, schema, plover));
  return 0;
} catch (const Error& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 3;
}
