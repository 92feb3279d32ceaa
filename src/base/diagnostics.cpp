#include "entente/base/diagnostics.hpp"

#include <algorithm>

namespace entente {

void Diagnostics::add(Diagnostic diagnostic) {
  const std::lock_guard lock(mutex_);
  notes_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const std::lock_guard lock(mutex_);
  auto notes = notes_;
  std::sort(notes.begin(), notes.end());
  return notes;
}

std::size_t Diagnostics::skipped() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::count_if(notes_.begin(), notes_.end(), [](const auto& note) { return note.skipped; }));
}

}  // namespace entente
