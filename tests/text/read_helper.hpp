// Reads documents out of strings, for tests.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "entente/text/readers.hpp"

namespace entente::testing {

/// A folder for the files of one test; gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() / ("entente-test-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What came of reading one file.
struct Read {
  std::vector<Document> documents;
  std::vector<Diagnostic> notes;
};

inline Read read_path(const std::filesystem::path& file, const ReadOptions& options = {}) {
  Read read;
  Diagnostics diagnostics;
  read_documents(file, options, diagnostics, [&](Document&& document) { read.documents.push_back(std::move(document)); });
  read.notes = diagnostics.sorted();
  return read;
}

/// Reads `bytes` as a file called `name`.
inline Read read_bytes(const std::string& name, const std::string& bytes, const ReadOptions& options = {}) {
  const TemporaryFolder folder;
  return read_path(folder.write(name, bytes), options);
}

/// The blocks of the only document, one a line after their kind.
inline std::string blocks_of(const std::string& name, const std::string& bytes) {
  const auto read = read_bytes(name, bytes);
  if (read.documents.size() != 1) return read.notes.empty() ? "no document" : read.notes.front().message;
  std::string dump;
  for (const auto& block : read.documents[0].blocks) {
    static constexpr const char* kKinds[] = {"h: ", "p: ", "li: ", "q: ", "td: ", "fn: ", "x: "};
    dump += kKinds[static_cast<int>(block.kind)] + std::string(block.span.of(read.documents[0].text)) + "\n";
  }
  return dump;
}

}  // namespace entente::testing
