// Room for large arrays.
#pragma once

#include <sys/mman.h>

#include <cstdint>
#include <vector>

namespace entente {

/// Reserves room for `count` things in pages as large as the system has, so that touching it for the first time costs little.
template <class T>
void reserve_many(std::vector<T>& things, std::size_t count) {
  constexpr std::uintptr_t page = 4096;
  things.reserve(count);
  const auto begin = reinterpret_cast<std::uintptr_t>(things.data());
  const auto aligned = (begin + page - 1) / page * page;
  if (const auto size = count * sizeof(T); size > aligned - begin + page)
    (void)::madvise(reinterpret_cast<void*>(aligned), size - (aligned - begin), MADV_HUGEPAGE);
}

}  // namespace entente
