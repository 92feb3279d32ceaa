// Random documents for laws that must hold for all graphs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/graph/merge.hpp"

namespace entente::test {

/// What the random documents are to contain.
struct RandomOptions {
  std::uint32_t documents = 6;
  std::uint32_t entities = 8;     ///< at most, a document
  std::uint32_t assertions = 12;  ///< at most, a document
  bool hostile = true;            ///< strings that break formats: quotes, controls, markup, odd Unicode, pages of text
};

/// Relations, some symmetric, sorted by name.
std::vector<RelationInfo> random_relations();

/// Documents with ids d0, d1, … whose entities share names, ids, surnames, acronyms and owners; the same for the same seed.
std::vector<DocumentGraph> random_documents(std::uint64_t seed, const RandomOptions& options = {});

/// `random_documents` merged.
KnowledgeGraph random_graph(std::uint64_t seed, const RandomOptions& options = {});

/// Strings that break formats.
const std::vector<std::string>& hostile_strings();

}  // namespace entente::test
