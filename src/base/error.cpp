#include "entente/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string Location::to_string() const {
  if (line == 0) return file;
  if (column == 0) return fmt::format("{}:{}", file, line);
  return fmt::format("{}:{}:{}", file, line, column);
}

Location locate(std::string file, std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  Location where{std::move(file), 1, 1};
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++where.line;
      where.column = 1;
    } else if (!is_continuation(text[i])) {
      ++where.column;
    }
  }
  return where;
}

std::string excerpt(std::string_view text, std::size_t offset) {
  constexpr std::size_t kWidth = 120;
  offset = std::min(offset, text.size());
  std::size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;  // npos + 1 == 0
  if (offset - begin > kWidth / 2) begin = offset - kWidth / 2;
  while (begin < offset && is_continuation(text[begin])) ++begin;
  std::size_t end = std::min(text.find('\n', offset), text.size());
  end = std::min(end, begin + kWidth);
  while (end < text.size() && is_continuation(text[end])) ++end;
  const auto shown = text.substr(begin, end - begin);
  const auto indent =
      std::count_if(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(offset - begin), [](char c) { return !is_continuation(c); });
  std::string line(shown);
  // Tabs would move the caret, other controls the terminal; a zero byte would end the message.
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return fmt::format("{}\n{}^", line, std::string(static_cast<std::size_t>(indent), ' '));
}

}  // namespace entente
