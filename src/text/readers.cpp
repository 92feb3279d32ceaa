#include "entente/text/readers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/encoding.hpp"
#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/base/hash.hpp"
#include "text/raw_document.hpp"

namespace entente {

namespace fs = std::filesystem;

std::vector<std::string> input_formats() { return {"text"}; }

std::vector<fs::path> expand_inputs(const std::vector<fs::path>& arguments, Diagnostics&) {
  std::vector<fs::path> files;
  for (const auto& argument : arguments) {
    if (argument == "-" || !fs::is_directory(argument)) {
      files.push_back(argument);
      continue;
    }
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(argument))
      if (entry.is_regular_file()) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

void read_documents(const fs::path& path, const ReadOptions& options, Diagnostics& diagnostics,
                    const std::function<void(Document&&)>& take) {
  const auto name = path == "-" ? std::string("stdin") : path.lexically_normal().generic_string();
  Document document;
  try {
    const auto bytes = path == "-" ? read_standard_input(options.max_document_size) : read_file(path, options.max_document_size);
    document = assemble(read_plain_text(decode(bytes, name).text));
    if (document.text.empty()) throw InputError(fmt::format("{}: empty: no text in it", name));
    document.id = name;
    document.sha256 = sha256(bytes);
    document.language = "en";
  } catch (const InputError& error) {
    diagnostics.add({name, error.what(), true});
    return;
  }
  take(std::move(document));
}

}  // namespace entente
