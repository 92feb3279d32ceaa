#include "graph/json_ld_scanner.hpp"

#include <array>
#include <charconv>

#include "entente/base/unicode.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace entente {

namespace {

bool is_special(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

/// The first quote, backslash or control character at or after `at`; `high` is set if bytes beyond ASCII come before it.
const char* find_special(const char* at, const char* end, bool& high) {
#ifdef __SSE2__
  const auto quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F);
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, backslash)),
                                    _mm_cmpeq_epi8(_mm_min_epu8(block, control), block));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    const auto beyond = static_cast<unsigned>(_mm_movemask_epi8(block));
    if (mask != 0) {
      const auto before = (mask & (~mask + 1)) - 1;
      high = high || (beyond & before) != 0;
      return at + __builtin_ctz(mask);
    }
    high = high || beyond != 0;
    at += 16;
  }
#endif
  for (; at < end && !is_special(*at); ++at) high = high || static_cast<signed char>(*at) < 0;
  return at;
}

/// The character that the escape sequence after a backslash stands for; moves `at` past it. Only the writer's own escapes.
bool unescape(const char*& at, const char* end, std::string& text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  if (at == end) return false;
  const char c = *at++;
  if (c == '"' || c == '\\') {
    text += c;
  } else if (c == 'n' || c == 'r' || c == 't') {
    text += c == 'n' ? '\n' : c == 'r' ? '\r' : '\t';
  } else if (c == 'u' && end - at >= 4 && at[0] == '0' && at[1] == '0') {
    const auto high = hex.find(at[2]), low = hex.find(at[3]);
    if (high > 7 || low == std::string_view::npos) return false;
    text += static_cast<char>(high * 16 + low);
    at += 4;
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool JsonScanner::take_text(std::string& text) {
  bool high = false;
  const char* stop = find_special(at_, end_, high);
  text.assign(at_, stop);
  while (stop < end_ && *stop == '\\') {
    at_ = stop + 1;
    if (!unescape(at_, end_, text)) return false;
    stop = find_special(at_, end_, high);
    text.append(at_, stop);
  }
  if (stop == end_ || *stop != '"') return false;
  at_ = stop + 1;
  return !high || !invalid_utf8(text);
}

bool JsonScanner::skip_text() {
  bool high = false;
  const char* stop = find_special(at_, end_, high);
  while (stop < end_ && *stop == '\\') stop = end_ - stop < 2 ? end_ : find_special(stop + 2, end_, high);
  if (stop == end_ || *stop != '"') return false;
  at_ = stop + 1;
  return true;
}

bool JsonScanner::take_texts(std::vector<std::string>& texts) {
  do {
    if (!take("\"") || !take_text(texts.emplace_back())) return false;
  } while (take(","));
  return take("]");
}

bool JsonScanner::take_number(std::uint64_t& number) {
  const char* first = at_;
  number = 0;
  while (at_ < end_ && *at_ >= '0' && *at_ <= '9' && at_ - first < 19) number = number * 10 + static_cast<std::uint64_t>(*at_++ - '0');
  return at_ > first && (*first != '0' || at_ - first == 1);
}

bool JsonScanner::take_fraction(double& number) {
  // Up to 15 digits are exact in a double, and so is the power of ten: their quotient is rounded correctly.
  static constexpr std::array<double, 16> tens = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const char* at = at_ + 2;
  if (left() > 20 && (at_[0] == '0' || at_[0] == '1') && at_[1] == '.') {
    std::uint64_t digits = static_cast<std::uint64_t>(at_[0] - '0');
    while (*at >= '0' && *at <= '9' && at - at_ < 17) digits = digits * 10 + static_cast<std::uint64_t>(*at++ - '0');
    if (at - at_ < 17 && at > at_ + 2 && *at != 'e') {
      number = static_cast<double>(digits) / tens[static_cast<std::size_t>(at - at_ - 2)];
      at_ = at;
      return number <= 1;
    }
  }
  const auto result = std::from_chars(at_, end_, number);
  if (result.ec != std::errc()) return false;
  at_ = result.ptr;
  return number >= 0 && number <= 1;
}

bool parse_hex64(std::string_view digits, std::uint64_t& number) {
  static constexpr auto values = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(0xFF);
    for (std::uint8_t i = 0; i < 16; ++i) table[static_cast<unsigned char>("0123456789abcdef"[i])] = i;
    return table;
  }();
  if (digits.size() != 16) return false;
  std::uint8_t bad = 0;
  number = 0;
  for (const char c : digits) {
    const auto value = values[static_cast<unsigned char>(c)];
    bad |= value;
    number = number << 4 | (value & 15U);
  }
  return bad < 16;
}

}  // namespace entente
