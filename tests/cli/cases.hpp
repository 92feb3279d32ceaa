// Cases of the command line: arguments, what must be printed, exit code.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente {

/// One case of a `.case` file: a line `$ entente ARGUMENTS`, expected lines of standard output, expected lines of standard error
/// after "! ", and `= CODE`. `{dir}` stands for a temporary folder, `{src}` for the source tree.
struct CliCase {
  std::string place;
  std::string arguments;
  std::string out;
  std::string err;
  int code = 0;
};

std::vector<CliCase> read_cli_cases(const std::filesystem::path& folder);

}  // namespace entente
