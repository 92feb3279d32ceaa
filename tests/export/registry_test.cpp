#include <catch2/catch.hpp>

#include <set>

#include "entente/base/error.hpp"
#include "entente/export/exporter.hpp"

using namespace entente;

namespace {

std::string error_of(const std::string& name) {
  try {
    find_export_format(name);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("each format has a name, a description, a maker and suffixes of its own", "[export]") {
  std::set<std::string> names, suffixes;
  for (const auto& format : export_formats()) {
    INFO(format.name);
    CHECK(names.insert(format.name).second);
    CHECK_FALSE(format.description.empty());
    CHECK(format.make() != nullptr);
    CHECK(find_export_format(format.name).name == format.name);
    for (const auto& suffix : format.suffixes) {
      CHECK(suffixes.insert(suffix).second);
      CHECK(export_format_of("some.folder/GRAPH" + suffix).name == format.name);
    }
    CHECK(describe_export_formats().find("  " + format.name + " ") != std::string::npos);
  }
}

TEST_CASE("an unknown format is an error that suggests", "[export]") {
  CHECK(error_of("svgg").starts_with("there is no format 'svgg' (did you mean 'svg'?); known: "));
  CHECK(error_of("zzzzzzzz").starts_with("there is no format 'zzzzzzzz'; known: "));
  CHECK_THROWS_AS(export_format_of("graph.docx"), UsageError);
  CHECK_THROWS_AS(export_format_of("graph"), UsageError);
}
