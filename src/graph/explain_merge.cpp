#include "entente/graph/explain_merge.hpp"

#include <fmt/format.h>

#include <map>

#include "entente/base/json_writer.hpp"

namespace entente {

namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const auto& text : texts) line += (line.empty() ? "" : ", ") + text;
  return line;
}

std::string description(const LocalEntity& entity) {
  auto text = fmt::format("{} ({})", entity.label, entity.type);
  if (!entity.gazetteer_id.empty()) text += fmt::format(", gazetteer:{}", entity.gazetteer_id);
  if (!entity.wikidata.empty()) text += fmt::format(", {}", entity.wikidata);
  return text;
}

}  // namespace

std::string explain_merge_text(const KnowledgeGraph& graph, EntityId id) {
  const auto& entity = graph.entity(id);
  auto text = fmt::format("{} ({}), key {}", entity.label, entity.type, entity.key);
  if (!entity.wikidata.empty()) text += fmt::format(", {}", entity.wikidata);
  text += '\n';
  if (!entity.aliases.empty()) text += fmt::format("also called: {}\n", joined(entity.aliases));
  if (entity.merge_reasons.empty()) text += "nothing was merged into it\n";
  for (const auto& reason : entity.merge_reasons) text += fmt::format("merged by: {}\n", reason);
  std::map<std::string, std::vector<const Appearance*>> descriptions;
  for (const auto& appearance : entity.appearances) descriptions[description(appearance.entity)].push_back(&appearance);
  for (const auto& [what, appearances] : descriptions) {
    text += fmt::format("\n{}\n", what);
    for (const auto* appearance : appearances) {
      text += fmt::format("  {}", graph.document(appearance->document).id);
      if (!appearance->entity.aliases.empty()) text += fmt::format(": {}", joined(appearance->entity.aliases));
      text += '\n';
    }
  }
  return text;
}

std::string explain_merge_json(const KnowledgeGraph& graph, EntityId id) {
  const auto& entity = graph.entity(id);
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("key", entity.key).member("label", entity.label).member("type", entity.type);
  json.member_if("wikidata", entity.wikidata).member("aliases", entity.aliases).member("merge_reasons", entity.merge_reasons);
  json.key("appearances").begin_array();
  for (const auto& [document, local] : entity.appearances) {
    json.begin_object().member("document", graph.document(document).id).member("label", local.label).member("type", local.type);
    json.member_if("gazetteer", local.gazetteer_id).member_if("wikidata", local.wikidata).member("aliases", local.aliases).end_object();
  }
  json.end_array().end_object().line_break();
  return text;
}

}  // namespace entente
