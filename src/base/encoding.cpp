#include "entente/base/encoding.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/base/unicode.hpp"

namespace entente {

namespace {

constexpr std::size_t kSample = 1 << 16;

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string convert(std::string_view bytes, const char* encoding, const std::string& source) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> from(ucnv_open(encoding, &status));
  const std::unique_ptr<UConverter, ConverterCloser> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) throw InputError(fmt::format("{}: the encoding {} is not known", source, encoding));
  if (std::string_view(encoding).starts_with("UTF-16") && bytes.size() % 2 != 0)
    throw InputError(fmt::format("{}: truncated {}: the last character is cut off", source, encoding));
  std::string text;
  std::vector<char> buffer(kSample);
  std::vector<UChar> pivot(kSample);
  const char* in = bytes.data();
  const char* const end = in + bytes.size();
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  UBool reset = true;
  do {
    status = U_ZERO_ERROR;
    char* out = buffer.data();
    ucnv_convertEx(to.get(), from.get(), &out, buffer.data() + buffer.size(), &in, end, pivot.data(), &pivot_from, &pivot_to,
                   pivot.data() + pivot.size(), reset, true, &status);
    reset = false;
    text.append(buffer.data(), out);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) throw InputError(fmt::format("{}: damaged {} text: {}", source, encoding, u_errorName(status)));
  return text;
}

bool is_utf16(std::string_view bytes, std::size_t zero_at) {
  const auto size = std::min(bytes.size(), kSample) & ~std::size_t{1};
  if (size < 4) return false;
  std::size_t zeros = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < size; i += 2) {
    zeros += bytes[i + zero_at] == 0 ? 1 : 0;
    others += bytes[i + 1 - zero_at] == 0 ? 1 : 0;
  }
  return others == 0 && zeros * 2 > size / 2;
}

/// Share of bytes that no text has: controls other than tab, line ends, form feed and escape.
bool has_controls(std::string_view bytes) {
  const auto sample = bytes.substr(0, kSample);
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0D) && byte != 0x1B) || byte == 0x7F;
  });
  return static_cast<std::size_t>(controls) * 50 > sample.size();
}

bool is_known(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  return !encoding.empty() && ucnv_getStandardName(encoding.c_str(), "IANA", &status) != nullptr && U_SUCCESS(status);
}

/// Bytes of a sequence that is not UTF-8, as one place of damage: its lead byte and what follows of it.
std::size_t damaged_length(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.front());
  const std::size_t most = lead < 0xC2 || lead > 0xF4 ? 1 : sequence_length(bytes.front()) - 1;
  std::size_t length = 1;
  while (length < most && length < bytes.size() && (static_cast<unsigned char>(bytes[length]) & 0xC0) == 0x80) ++length;
  return length;
}

/// True if the text is UTF-8 up to `invalid`, and there begins a character whose end is missing, as a broken copy leaves it.
///
/// A single byte behind nothing but ASCII may be Latin-1 just as well ("café"): it is if it continues a word in its case.
bool is_cut_utf8(std::string_view bytes, std::size_t invalid) {
  const auto lead = static_cast<unsigned char>(bytes[invalid]);
  if (lead < 0xC2 || lead > 0xF4 || invalid + damaged_length(bytes.substr(invalid)) != bytes.size()) return false;
  const auto head = bytes.substr(0, invalid);
  const bool ascii = std::all_of(head.begin(), head.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (!ascii || bytes.size() - invalid > 1) return true;
  const auto before = code_point_before(head, head.size());
  return !is_letter(before) || (lead < 0xDF) != is_upper(before);
}

/// UTF-8 text with some places damaged: each becomes U+FFFD. None if other characters than ASCII are not at least ten times as many,
/// unless the only damage is a cut at the end. `skipped` bytes stood before `bytes` in the source.
std::optional<DecodedText> repair_utf8(std::string_view bytes, std::size_t skipped) {
  DecodedText decoded{{}, "UTF-8", 0, skipped + invalid_utf8(bytes).value_or(0)};
  std::size_t whole = 0;
  const bool cut = is_cut_utf8(bytes, decoded.first_damage - skipped);
  while (true) {
    const auto invalid = invalid_utf8(bytes);
    const auto head = bytes.substr(0, invalid.value_or(bytes.size()));
    for (const char c : head) whole += static_cast<unsigned char>(c) >= 0xC2 ? 1 : 0;
    decoded.text += head;
    if (!invalid) break;
    bytes.remove_prefix(*invalid);
    ++decoded.damaged;
    decoded.text += "\uFFFD";
    bytes.remove_prefix(damaged_length(bytes));
    if (decoded.damaged > 64 && decoded.damaged * 10 > whole) return std::nullopt;
  }
  if (!cut && decoded.damaged * 10 > whole) return std::nullopt;
  return decoded;
}

}  // namespace

bool is_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  const auto sample = bytes.substr(0, kSample);
  if (sample.find('\0') != std::string_view::npos) return !is_utf16(bytes, 0) && !is_utf16(bytes, 1);
  return has_controls(sample);
}

DecodedText decode(std::string_view bytes, const std::string& source, const std::string& declared) {
  if (bytes.starts_with("\xFF\xFE")) return {convert(bytes.substr(2), "UTF-16LE", source), "UTF-16LE"};
  if (bytes.starts_with("\xFE\xFF")) return {convert(bytes.substr(2), "UTF-16BE", source), "UTF-16BE"};
  if (is_binary(bytes)) throw InputError(fmt::format("{}: not text: it holds zero bytes or many control characters", source));
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  if (marked) bytes.remove_prefix(3);
  if (is_utf16(bytes, 1)) return {convert(bytes, "UTF-16LE", source), "UTF-16LE"};
  if (is_utf16(bytes, 0)) return {convert(bytes, "UTF-16BE", source), "UTF-16BE"};
  const auto invalid = invalid_utf8(bytes);
  if (!invalid) return {std::string(bytes), "UTF-8"};
  const std::size_t mark = marked ? 3 : 0;
  if (auto repaired = repair_utf8(bytes, mark)) return std::move(*repaired);
  if (marked) throw InputError(fmt::format("{}: marked as UTF-8 by a byte-order mark, but byte {} is not UTF-8", source, mark + *invalid));
  if (is_known(declared) && lower(declared) != "utf-8") return {convert(bytes, declared.c_str(), source), declared};
  return {convert(bytes, "windows-1252", source), "windows-1252"};
}

std::string damage_note(const DecodedText& decoded) {
  if (decoded.damaged == 0) return {};
  const bool one = decoded.damaged == 1;
  return fmt::format("{} {} not UTF-8, {} at byte {}: damaged or cut off, read with U+FFFD there", decoded.damaged,
                     one ? "place is" : "places are", one ? "it is" : "the first is", decoded.first_damage);
}

}  // namespace entente
