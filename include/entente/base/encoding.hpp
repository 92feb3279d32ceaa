// From bytes in some encoding to UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// Text as UTF-8 without a byte-order mark, and the encoding it was in.
struct DecodedText {
  std::string text;
  std::string encoding;          ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252" or what the caller named
  std::size_t damaged = 0;       ///< places that were not UTF-8 and became U+FFFD each
  std::size_t first_damage = 0;  ///< offset in bytes of the first of them in the source
};

/// Decodes `bytes`: by byte-order mark, as UTF-8 if they are (a few damaged places, or a cut at the end, become U+FFFD and are counted), as
/// UTF-16 if every other byte is mostly zero, as `declared` if that names a known encoding, else as windows-1252 (a superset of Latin-1).
///
/// Throws `InputError`, naming `source`, if the bytes are no text: zero bytes or many controls, damaged UTF-16, mostly damaged UTF-8 behind
/// a byte-order mark.
DecodedText decode(std::string_view bytes, const std::string& source, const std::string& declared = {});

/// True if `bytes` look like something else than text in any encoding that `decode` knows.
bool is_binary(std::string_view bytes);

/// What to tell of damaged places, e.g. "2 places are not UTF-8, the first at byte 17: ..."; empty if there are none.
std::string damage_note(const DecodedText& decoded);

}  // namespace entente
