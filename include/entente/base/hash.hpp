// Checksums that name the bytes a document was read from.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace entente
