#include "cli/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace entente::cli {

ProgressBar::ProgressBar(std::size_t total, bool quiet)
    : total_(total), enabled_(!quiet && isatty(STDERR_FILENO) != 0), start_(std::chrono::steady_clock::now()), shown_(start_) {}

ProgressBar::~ProgressBar() {
  if (enabled_) fmt::print(stderr, "\r\033[K");
}

double ProgressBar::seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

void ProgressBar::show(const Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!enabled_ || now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  const double rate = static_cast<double>(progress.documents) / seconds();
  std::string line = fmt::format("{} documents, {:.1f}/s, {} assertions", progress.documents, rate, progress.assertions);
  if (total_ > 1 && progress.documents <= total_) {
    const auto filled = 24 * progress.documents / total_;
    const auto left = rate > 0 ? static_cast<double>(total_ - progress.documents) / rate : 0;
    line = fmt::format("[{}{}] {} of {}, {:.1f}/s, {:.0f} s left", std::string(filled, '#'), std::string(24 - filled, '.'),
                       progress.documents, total_, rate, left);
  }
  fmt::print(stderr, "\r\033[K{}", line);
  std::fflush(stderr);
}

}  // namespace entente::cli
