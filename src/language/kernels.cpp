#include "language/kernels.hpp"

namespace entente {

namespace {

bool has_avx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

bool has_vnni() {
#if defined(__x86_64__)
  return has_avx2() && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512vnni") != 0;
#else
  return false;
#endif
}

}  // namespace

std::vector<const Kernels*> available_kernels() {
  std::vector<const Kernels*> found{portable_kernels()};
  if (has_avx2() && avx2_kernels() != nullptr) found.push_back(avx2_kernels());
  if (has_vnni() && vnni_kernels() != nullptr) found.push_back(vnni_kernels());
  return found;
}

const Kernels& best_kernels() {
  static const Kernels* const best = available_kernels().back();
  return *best;
}

}  // namespace entente
