#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>

#include "entente/base/error.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

namespace fs = std::filesystem;

fs::path data_folder(std::string_view name) {
  std::vector<fs::path> places;
  if (const char* data = std::getenv("ENTENTE_DATA"); data != nullptr && *data != '\0') places.emplace_back(data);
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  if (!program.empty()) places.push_back(program.parent_path().parent_path() / "share" / "entente");
  places.emplace_back(ENTENTE_SOURCE_DIR);
  std::vector<std::string> tried;
  for (const auto& place : places) {
    const auto folder = place / name;
    if (fs::is_directory(folder, ignored)) return folder;
    tried.push_back(folder.string());
  }
  throw InputError(fmt::format("the folder '{}' of Entente was not found; looked for {}; set ENTENTE_DATA to the folder that holds it",
                               name, fmt::join(tried, ", ")));
}

}  // namespace entente
