// Regular expressions over UTF-8 that cannot run away.
#pragma once

#include <memory>
#include <string_view>

namespace entente {

/// A compiled regular expression (ICU syntax).
class Regex {
 public:
  /// Throws `UsageError` if `pattern` is not a regular expression.
  explicit Regex(std::string_view pattern);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// Whether the whole of `text` matches. Throws `UsageError` if that takes unreasonably many steps.
  bool matches(std::string_view text) const;

 private:
  struct Program;
  std::unique_ptr<Program> program_;
};

}  // namespace entente
