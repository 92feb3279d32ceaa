// Readers: from files of any known format to documents.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "entente/base/diagnostics.hpp"
#include "entente/text/document.hpp"

namespace entente {

/// How documents are read.
struct ReadOptions {
  std::string input_format;                                       ///< one of `input_formats()`; empty: by content and suffix
  std::size_t max_document_size = std::size_t{64} * 1024 * 1024;  ///< bytes of one document, uncompressed
};

/// Names for `ReadOptions::input_format`: "text", "markdown", "html", "pdf", "jsonl".
std::vector<std::string> input_formats();

/// The files named by `arguments` in order, each folder replaced by the files in and below it, sorted by path.
///
/// In folders, hidden files and files with an unknown suffix are left out; a note tells how many. "-" stays.
std::vector<std::filesystem::path> expand_inputs(const std::vector<std::filesystem::path>& arguments, Diagnostics& diagnostics);

/// Reads all documents of a file, or of standard input for "-", and gives them to `take` one by one.
///
/// JSON Lines yield one document a line, held in memory one at a time; other formats yield one. gzip is unpacked on the way. What
/// cannot be read is reported to `diagnostics` with its name and reason, `skipped` set, and left out; the call goes on. A document in
/// another language than English is given to `take` with its `language` set, and reported.
///
/// Throws `UsageError` if `options.input_format` is unknown; passes on what `take` throws.
void read_documents(const std::filesystem::path& path, const ReadOptions& options, Diagnostics& diagnostics,
                    const std::function<void(Document&&)>& take);

/// The clean text with the kind of each block before it: "paragraph  Tokyo fears …".
std::string to_text(const Document& document);

}  // namespace entente
