#include <catch2/catch.hpp>

#include "entente/base/error.hpp"

TEST_CASE("locate counts lines and code points from one", "[base]") {
  const auto where = entente::locate("f", "ab\ncé!x", 7);
  CHECK(where.line == 2);
  CHECK(where.column == 4);
  CHECK(where.to_string() == "f:2:4");
}

TEST_CASE("excerpt puts the caret under the byte", "[base]") { CHECK(entente::excerpt("ab\ncédé\nz", 6) == "cédé\n  ^"); }
