// Extraction cases as data: tests/cases/*.txt.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace entente {

/// One case: a comment that says what it is about, a text, and the assertions that it must give, as lines of
/// `source | relation | target | modality [| by speaker]`; none if it must give nothing.
struct ExtractionCase {
  std::string name;  ///< file:line
  std::string comment;
  std::string text;
  std::set<std::string> expected;
};

/// The cases of all files of a folder, in order. Throws `InputError` for a line that is no comment, text or assertion.
std::vector<ExtractionCase> read_cases(const std::filesystem::path& folder);

}  // namespace entente
