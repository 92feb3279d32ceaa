// From the text of a query to its tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/query/value.hpp"

namespace entente::cypher {

enum class TokenKind : std::uint8_t { name, quoted_name, string, integer, real, parameter, symbol, end };

/// One token. `text` is the name, the symbol or the unescaped string; `begin` and `end` are byte offsets into the query.
struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  Value value;              ///< of a number
  std::size_t partner = 0;  ///< of a bracket: index of the token that closes or opens it, 0 if none
};

/// All tokens of `query`, ending with one of kind `end`; comments and white space are left out.
///
/// Throws `QueryError` at a character, string or number that is not part of the language.
std::vector<Token> tokenize(std::string_view query);

/// One token a line: offsets, kind and text.
std::string to_text(const std::vector<Token>& tokens);

/// True if `token` is the word `keyword` (upper case), whatever its case.
bool is_keyword(const Token& token, std::string_view keyword);

}  // namespace entente::cypher
