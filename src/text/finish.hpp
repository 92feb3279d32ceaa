// The last steps that every reader shares.
#pragma once

#include <string>

#include "entente/base/diagnostics.hpp"
#include "text/raw_document.hpp"

namespace entente {

/// The document of `raw` with its id, hash and detected language. `where` names it in messages.
///
/// Throws `InputError` if it holds no text.
Document finish(RawDocument&& raw, const std::string& id, const std::string& hash, const std::string& where);

/// Notes that a document is in another language than English and will not be analysed.
void report_language(const Document& document, Diagnostics& diagnostics);

}  // namespace entente
