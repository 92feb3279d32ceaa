// Annotated documents as files: gold graphs, annotated corpora and assertion lines, for scoring.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "entente/graph/score.hpp"

namespace entente {

/// One annotated document of a corpus.
struct AnnotatedDocument {
  std::string id;
  std::string title;
  std::string genre;
  std::string date;
  std::string text;  ///< its sentences, joined by spaces
  AnnotatedGraph graph;
};

/// A gold file (first line {"entities":[…]}, then one edge a line) or assertion lines of one document.
/// Throws `InputError` with line and column.
AnnotatedGraph read_annotated_graph(const std::filesystem::path& file);

/// A corpus file: for each document a header line, then one line a sentence with its assertions.
/// Throws `InputError` with line and column.
std::vector<AnnotatedDocument> read_annotated_corpus(const std::filesystem::path& file);

}  // namespace entente
