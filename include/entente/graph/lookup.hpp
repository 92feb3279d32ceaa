// From a name that a person types to the entity that bears it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// The entities that `name` may mean, in order of id: those of the first of these rules that any fulfils.
///
/// 1. the key or the Wikidata item is `name`; 2. the label folds like it (see `fold`); 3. an alias folds like it. A leading "the"
/// does not count.
std::vector<EntityId> find_entities(const KnowledgeGraph& graph, std::string_view name);

/// Names in the graph that are spelt nearly like `name`, at most `count`, best first.
std::vector<std::string> suggest_entities(const KnowledgeGraph& graph, std::string_view name, std::size_t count = 3);

/// The one entity that `name` means.
///
/// Throws `UsageError` if it is ambiguous (listing the candidates with their keys) or unknown (suggesting names near to it).
EntityId resolve_entity(const KnowledgeGraph& graph, std::string_view name);

}  // namespace entente
