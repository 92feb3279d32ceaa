// Checksums that name the bytes a document was read from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// XXH64 of `bytes` with seed 0, for identifiers made of content; the same on every machine.
std::uint64_t hash64(std::string_view bytes);

/// `hash` as 16 lower-case hexadecimal digits.
std::string hex64(std::uint64_t hash);

}  // namespace entente
