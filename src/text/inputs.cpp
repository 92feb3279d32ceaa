// From the arguments of a command to the files to read.
#include <fmt/format.h>

#include <algorithm>

#include "entente/text/readers.hpp"
#include "text/format.hpp"

namespace entente {

namespace fs = std::filesystem;

namespace {

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// The files in and below `folder` that some reader knows, sorted; what cannot be listed is reported.
std::vector<fs::path> files_below(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<fs::path> found;
  std::size_t unknown = 0;
  std::size_t hidden = 0;
  std::error_code code;
  fs::recursive_directory_iterator entry(folder, code);
  for (; !code && entry != fs::recursive_directory_iterator(); entry.increment(code)) {
    if (is_hidden(entry->path())) {
      ++hidden;
      entry.disable_recursion_pending();
      continue;
    }
    std::error_code ignored;
    if (!entry->is_regular_file(ignored)) continue;
    if (format_of_suffix(entry->path()) == nullptr)
      ++unknown;
    else
      found.push_back(entry->path());
  }
  const auto name = folder.lexically_normal().generic_string();
  if (code) diagnostics.add({name, fmt::format("{}: the folder cannot be listed: {}", name, code.message()), true});
  if (unknown > 0)
    diagnostics.add({name, fmt::format("{}: {} files with a suffix that no reader knows were left out", name, unknown), false});
  if (hidden > 0) diagnostics.add({name, fmt::format("{}: {} hidden files or folders were left out", name, hidden), false});
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.generic_string() < b.generic_string(); });
  return found;
}

}  // namespace

std::vector<fs::path> expand_inputs(const std::vector<fs::path>& arguments, Diagnostics& diagnostics) {
  std::vector<fs::path> files;
  for (const auto& argument : arguments) {
    std::error_code code;
    if (argument == "-" || !fs::is_directory(argument, code)) {
      files.push_back(argument);
      continue;
    }
    const auto found = files_below(argument, diagnostics);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

}  // namespace entente
