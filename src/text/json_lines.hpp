// JSON Lines: one document a line.
#pragma once

#include <functional>

#include "entente/text/readers.hpp"
#include "text/byte_source.hpp"

namespace entente {

/// Reads the records of `source` one by one; a bad one is reported with its line and left out. See `read_documents`.
void read_json_lines(ByteSource& source, const ReadOptions& options, Diagnostics& diagnostics, const std::function<void(Document&&)>& take);

}  // namespace entente
