#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/cases.hpp"
#include "entente/base/file.hpp"

using namespace entente;
namespace fs = std::filesystem;

std::vector<CliCase> entente::read_cli_cases(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<CliCase> cases;
  for (const auto& file : files) {
    std::ifstream in(file);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.starts_with("# ")) continue;
      if (line.starts_with("$ entente")) {
        cases.push_back({file.filename().string() + ":" + std::to_string(number), line.substr(9), "", "", 0});
      } else if (line.starts_with("= ")) {
        cases.back().code = std::stoi(line.substr(2));
      } else if (line.starts_with("! ")) {
        cases.back().err += line.substr(2) + "\n";
      } else if (!cases.empty() && !(line.empty() && cases.back().out.empty())) {
        cases.back().out += line + "\n";
      }
    }
  }
  for (auto& one : cases)
    while (one.out.ends_with("\n\n") || one.out == "\n") one.out.pop_back();
  return cases;
}

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("the command line prints what its cases say", "[cli]") {
  const fs::path dir = fs::temp_directory_path() / ("entente-cli-" + std::to_string(getpid()));
  fs::create_directories(dir);
  const auto fill = [&](const std::string& text) { return replaced(replaced(text, "{dir}", dir.string()), "{src}", ENTENTE_SOURCE_DIR); };
  for (const auto& one : read_cli_cases(fs::path(ENTENTE_SOURCE_DIR) / "tests/cli")) {
    INFO(one.place << ": entente" << one.arguments);
    const auto command = "cd " ENTENTE_SOURCE_DIR " && " ENTENTE_CLI + fill(one.arguments) + " > " + (dir / "out").string() + " 2> " +
                         (dir / "err").string() + " < /dev/null";
    const int status = std::system(command.c_str());
    CHECK(read_file(dir / "out") == fill(one.out));
    CHECK(read_file(dir / "err") == fill(one.err));
    CHECK(WEXITSTATUS(status) == one.code);
  }
  fs::remove_all(dir);
}
