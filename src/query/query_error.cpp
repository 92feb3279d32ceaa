#include "entente/query/query_error.hpp"

namespace entente {

QueryError::QueryError(std::string_view query, std::size_t offset, std::string kind, std::string detail, const std::string& message)
    : UsageError(locate("query", query, offset).to_string() + ": " + message + "\n" + excerpt(query, offset)),
      kind_(std::move(kind)),
      detail_(std::move(detail)),
      offset_(offset) {}

}  // namespace entente
