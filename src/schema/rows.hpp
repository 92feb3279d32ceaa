// Rows of schema files: JSON values that have passed their JSON Schema, turned into plain data.
#pragma once

#include "entente/base/json.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

NodeType read_type(const JsonDocument& file, const JsonValue& row);
RelationType read_relation(const JsonDocument& file, const JsonValue& row);
Frame read_frame(const JsonDocument& file, const JsonValue& row);
Embedding read_embedding(const JsonDocument& file, const JsonValue& row);
WordClass read_word_class(const JsonDocument& file, const JsonValue& row);
GazetteerEntry read_entry(const JsonDocument& file, const JsonValue& row);

}  // namespace entente
