// Errors of the query language, with the classes of the openCypher technology compatibility kit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "entente/base/error.hpp"

namespace entente {

/// A query that cannot be answered; `what()` shows the line of the query with a caret under the place.
class QueryError : public UsageError {
 public:
  /// `offset` is a byte offset into `query`. `kind` is SyntaxError, TypeError, ArgumentError or LimitError; `detail` names the rule
  /// ("UndefinedVariable").
  QueryError(std::string_view query, std::size_t offset, std::string kind, std::string detail, const std::string& message);

  const std::string& kind() const { return kind_; }
  const std::string& detail() const { return detail_; }
  std::size_t offset() const { return offset_; }

 private:
  std::string kind_;
  std::string detail_;
  std::size_t offset_;
};

}  // namespace entente
