// A progress line on a terminal; nothing when standard error is no terminal.
#pragma once

#include <chrono>
#include <cstddef>

#include "entente/pipeline/pipeline.hpp"

namespace entente::cli {

class ProgressBar {
 public:
  /// `total` documents are expected, 0 if that is unknown; `quiet` switches the display off.
  ProgressBar(std::size_t total, bool quiet);
  ~ProgressBar();

  void show(const Progress& progress);
  double seconds() const;

 private:
  std::size_t total_;
  bool enabled_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point shown_;
};

}  // namespace entente::cli
