#include "entente/base/unicode.hpp"
#include "text/raw_document.hpp"

namespace entente {

RawDocument read_plain_text(std::string_view text) {
  RawDocument raw;
  raw.blocks.emplace_back();
  std::uint32_t source = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const auto line = text.substr(at, end - at);
    if (line.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
      if (!raw.blocks.back().text.empty()) raw.blocks.emplace_back();
    } else {
      raw.blocks.back().text.append(line, source);
    }
    source += static_cast<std::uint32_t>(count_code_points(line));
    at = end;
  }
  return raw;
}

}  // namespace entente
