#include "extract/cases.hpp"

#include <algorithm>
#include <fstream>

#include "entente/base/error.hpp"

namespace entente {

namespace {

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

std::vector<ExtractionCase> read_cases(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<ExtractionCase> cases;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string comment;
    std::uint32_t number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      line = trimmed(line);
      if (line.empty()) continue;
      if (line.front() == '#') {
        comment = trimmed(line.substr(1));
      } else if (line.front() == '>') {
        cases.push_back({file.filename().string() + ":" + std::to_string(number), comment, trimmed(line.substr(1)), {}});
      } else if (!cases.empty() && std::count(line.begin(), line.end(), '|') >= 3) {
        cases.back().expected.insert(line);
      } else if (line != "| none") {
        throw InputError({file.string(), number, 1}, "expected '# comment', '> text' or 'source | relation | target | modality'");
      }
    }
  }
  return cases;
}

}  // namespace entente
