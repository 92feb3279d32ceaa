// Checks a JSON value against a JSON Schema.
#pragma once

#include <string>
#include <vector>

#include "entente/base/json.hpp"

namespace entente {

/// Everything in `document` that breaks `schema`, one whole message with place and caret each, at most 20.
///
/// Knows these keywords of JSON Schema 2020-12: type, properties, required, additionalProperties (false), items, enum, pattern,
/// minLength, minItems, minimum, maximum, $ref into $defs. Throws `SchemaError` if the schema uses another one that would restrict.
std::vector<std::string> violations(const JsonDocument& document, const JsonDocument& schema);

}  // namespace entente
