// From bytes in some encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Text as UTF-8 without a byte-order mark, and the encoding it was in.
struct DecodedText {
  std::string text;
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252" or what the caller named
};

/// Decodes `bytes`: by byte-order mark, as UTF-8 if they are (single damaged bytes become U+FFFD), as UTF-16 if every other byte is mostly
/// zero, as `declared` if that names a known encoding, else as windows-1252 (a superset of Latin-1).
///
/// Throws `InputError`, naming `source`, if the bytes are no text: zero bytes or many controls, UTF-8 cut off in the last character,
/// damaged UTF-16.
DecodedText decode(std::string_view bytes, const std::string& source, const std::string& declared = {});

/// True if `bytes` look like something else than text in any encoding that `decode` knows.
bool is_binary(std::string_view bytes);

}  // namespace entente
