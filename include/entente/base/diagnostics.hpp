// Notes about what could not be used as it was: no errors, the run goes on.
#pragma once

#include <mutex>
#include <string>
#include <vector>

namespace entente {

/// One note: which document or file, what was wrong with it, and whether it was left out altogether.
struct Diagnostic {
  std::string source;
  std::string message;
  bool skipped = false;

  auto operator<=>(const Diagnostic&) const = default;
};

/// A list of notes that many threads may add to.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  /// All notes in order of source and message, so that the order of threads does not show.
  std::vector<Diagnostic> sorted() const;
  std::size_t skipped() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Diagnostic> notes_;
};

}  // namespace entente
