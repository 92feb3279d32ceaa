#include <catch2/catch.hpp>
#include <cmath>

#include "entente/base/portable_math.hpp"

using namespace entente;

TEST_CASE("portable exp and log agree with the C library", "[base]") {
  for (double x = -30; x <= 30; x += 0.37) CHECK(portable_exp(x) == Approx(std::exp(x)).epsilon(1e-13));
  for (double x = 1e-6; x < 1e6; x *= 1.7) CHECK(portable_log(x) == Approx(std::log(x)).epsilon(1e-13).margin(1e-14));
  CHECK(portable_exp(-1000) == 0);
  CHECK(portable_exp(0) == 1);
  CHECK(portable_log(1) == 0);
}
