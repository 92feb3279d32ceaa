#include "entente/base/portable_math.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

constexpr double kLn2 = 0.693147180559945309417232121458;

}  // namespace

// Range reduction to |r| <= ln2/2, then the Taylor series, whose 14th term is below 1e-18 there.
double portable_exp(double x) {
  if (x < -700) return 0;
  x = std::min(x, 700.0);
  const double k = std::nearbyint(x / kLn2);
  const double r = x - k * kLn2;
  double sum = 1;
  for (int i = 14; i >= 1; --i) sum = 1 + r / i * sum;
  return std::ldexp(sum, static_cast<int>(k));
}

// x = m * 2^k with m near 1, then log m = 2 atanh((m - 1) / (m + 1)).
double portable_log(double x) {
  int k = 0;
  double m = std::frexp(x, &k);
  if (m < 0.707106781186547524) {
    m *= 2;
    --k;
  }
  const double s = (m - 1) / (m + 1);
  double sum = 0;
  for (int i = 25; i >= 1; i -= 2) sum = sum * (s * s) + 1.0 / i;
  return 2 * s * sum + k * kLn2;
}

}  // namespace entente
