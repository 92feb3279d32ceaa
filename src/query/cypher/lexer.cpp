#include <fmt/format.h>

#include <cctype>
#include <charconv>

#include "entente/query/query_error.hpp"
#include "query/cypher/token.hpp"

namespace entente::cypher {

namespace {

bool is_name_start(unsigned char c) { return std::isalpha(c) || c == '_' || c >= 0x80; }
bool is_name_part(unsigned char c) { return is_name_start(c) || std::isdigit(c); }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    for (skip(); at_ < text_.size(); skip()) tokens_.push_back(next());
    tokens_.push_back({TokenKind::end, text_.size(), text_.size(), "", {}, 0});
    pair_brackets();
    return std::move(tokens_);
  }

 private:
  [[noreturn]] void fail(std::size_t offset, const std::string& detail, const std::string& message) const {
    throw QueryError(text_, offset, "SyntaxError", detail, message);
  }
  unsigned char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? static_cast<unsigned char>(text_[at_ + ahead]) : '\0';
  }

  void skip() {
    while (at_ < text_.size()) {
      if (std::isspace(peek())) {
        ++at_;
      } else if (peek() == '/' && peek(1) == '/') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else if (peek() == '/' && peek(1) == '*') {
        const auto close = text_.find("*/", at_ + 2);
        if (close == std::string_view::npos) fail(at_, "UnexpectedSyntax", "this comment is never closed; expected */");
        at_ = close + 2;
      } else if (text_.substr(at_, 2) == "\xC2\xA0") {
        at_ += 2;
      } else {
        return;
      }
    }
  }

  Token make(TokenKind kind, std::size_t begin, std::string text, Value value = {}) const {
    return {kind, begin, at_, std::move(text), std::move(value), 0};
  }

  Token next() {
    const auto begin = at_;
    const unsigned char c = peek();
    if (is_name_start(c)) return name();
    if (c == '`') return make_quoted(TokenKind::quoted_name, begin);
    if (c == '\'' || c == '"') return string(static_cast<char>(c));
    if (std::isdigit(c) || (c == '.' && std::isdigit(peek(1)) && !after_dot())) return number();
    if (c == '$') return parameter();
    return symbol();
  }

  /// In `a..5` the second dot does not begin a number.
  bool after_dot() const { return at_ > 0 && text_[at_ - 1] == '.'; }

  Token name() {
    const auto begin = at_;
    while (is_name_part(peek())) ++at_;
    return make(TokenKind::name, begin, std::string(text_.substr(begin, at_ - begin)));
  }

  Token make_quoted(TokenKind kind, std::size_t begin) {
    std::string text;
    for (++at_; at_ < text_.size(); ++at_) {
      if (peek() != '`') {
        text += text_[at_];
      } else if (peek(1) == '`') {
        text += '`';
        ++at_;
      } else {
        ++at_;
        return make(kind, begin, text);
      }
    }
    fail(begin, "UnexpectedSyntax", "this name is never closed; expected a second `");
  }

  Token parameter() {
    const auto begin = at_++;
    if (peek() == '`') return make_quoted(TokenKind::parameter, begin);
    const auto first = at_;
    while (is_name_part(peek())) ++at_;
    if (at_ == first) fail(begin, "UnexpectedSyntax", "expected the name of a parameter after $");
    return make(TokenKind::parameter, begin, std::string(text_.substr(first, at_ - first)));
  }

  Token string(char quote) {
    const auto begin = at_++;
    std::string text;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == quote) {
        ++at_;
        return make(TokenKind::string, begin, text);
      }
      if (text_[at_] == '\\')
        escape(text);
      else
        text += text_[at_];
    }
    fail(begin, "UnexpectedSyntax", fmt::format("this string is never closed; expected a second {}", quote));
  }

  void escape(std::string& text) {
    const auto begin = at_++;
    switch (peek()) {
      case 'n':
        text += '\n';
        return;
      case 't':
        text += '\t';
        return;
      case 'r':
        text += '\r';
        return;
      case 'b':
        text += '\b';
        return;
      case 'f':
        text += '\f';
        return;
      case '\\':
      case '\'':
      case '"':
        text += static_cast<char>(peek());
        return;
      case 'u':
        return code_point(text, begin, 4);
      case 'U':
        return code_point(text, begin, 8);
      default:
        fail(begin, "InvalidUnicodeLiteral", "unknown escape; expected one of \\n \\t \\r \\b \\f \\\\ \\' \\\" \\uXXXX");
    }
  }

  void code_point(std::string& text, std::size_t begin, std::size_t digits) {
    std::uint32_t code = 0;
    const auto hex = text_.substr(std::min(at_ + 1, text_.size()), digits);
    const auto result = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (hex.size() != digits || result.ptr != hex.data() + digits || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
      fail(begin, "InvalidUnicodeLiteral", fmt::format("expected {} hexadecimal digits of a character", digits));
    at_ += digits;
    if (code < 0x80) {
      text += static_cast<char>(code);
    } else {
      const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      text += static_cast<char>((0xF00 >> more & 0xFF) | code >> 6 * more);
      for (int i = more - 1; i >= 0; --i) text += static_cast<char>(0x80 | (code >> 6 * i & 0x3F));
    }
  }

  Token number() {
    const auto begin = at_;
    int base = 10;
    if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) base = 16;
    if (peek() == '0' && (peek(1) == 'o' || peek(1) == 'O')) base = 8;
    if (base != 10) at_ += 2;
    const auto first = at_;
    while (base == 16 ? std::isxdigit(peek()) : std::isdigit(peek())) ++at_;
    bool real = false;
    if (base == 10) real = fraction();
    if (is_name_part(peek())) fail(begin, "InvalidNumberLiteral", "this is neither a number nor a name");
    const auto digits = text_.substr(first, at_ - first);
    return real ? real_number(begin, digits) : integer(begin, digits, base);
  }

  bool fraction() {
    bool real = false;
    if (peek() == '.' && std::isdigit(peek(1))) {
      real = true;
      for (++at_; std::isdigit(peek());) ++at_;
    }
    if (peek() == 'e' || peek() == 'E') {
      const std::size_t sign = peek(1) == '-' || peek(1) == '+' ? 2 : 1;
      if (std::isdigit(peek(sign))) {
        real = true;
        for (at_ += sign; std::isdigit(peek());) ++at_;
      }
    }
    return real;
  }

  Token integer(std::size_t begin, std::string_view digits, int base) {
    std::uint64_t number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (digits.empty()) fail(begin, "InvalidNumberLiteral", "expected digits after the prefix of the number");
    const bool negated = !tokens_.empty() && tokens_.back().text == "-";
    if (result.ec != std::errc() || number > (std::uint64_t{1} << 63) || (number == std::uint64_t{1} << 63 && !negated))
      fail(begin, "IntegerOverflow", "this integer does not fit into 64 bits");
    return make(TokenKind::integer, begin, std::string(digits), static_cast<std::int64_t>(number));
  }

  Token real_number(std::size_t begin, std::string_view digits) {
    double number = 0;
    const auto text = digits[0] == '.' ? "0" + std::string(digits) : std::string(digits);
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc()) fail(begin, "FloatingPointOverflow", "this number is outside of the range of floats");
    return make(TokenKind::real, begin, std::string(digits), number);
  }

  Token symbol() {
    const auto begin = at_;
    for (const std::string_view two : {"<=", ">=", "<>", "=~", ".."})
      if (text_.substr(at_, 2) == two) {
        at_ += 2;
        return make(TokenKind::symbol, begin, std::string(two));
      }
    constexpr std::string_view symbols = "()[]{},:;.|&+-*/%^=<>!";
    if (symbols.find(text_[at_]) == std::string_view::npos || peek() == '\0')
      fail(at_, "InvalidUnicodeCharacter", "this character has no meaning here");
    ++at_;
    return make(TokenKind::symbol, begin, std::string(1, text_[begin]));
  }

  void pair_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::symbol) continue;
      const auto& text = tokens_[i].text;
      if (text == "(" || text == "[" || text == "{") open.push_back(i);
      if ((text == ")" || text == "]" || text == "}") && !open.empty()) {
        tokens_[i].partner = open.back();
        tokens_[open.back()].partner = i;
        open.pop_back();
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view query) { return Lexer(query).run(); }

std::string to_text(const std::vector<Token>& tokens) {
  constexpr const char* names[] = {"name", "quoted name", "string", "integer", "real", "parameter", "symbol", "end"};
  std::string text;
  for (const auto& token : tokens)
    text += fmt::format("{}-{} {} {}\n", token.begin, token.end, names[static_cast<int>(token.kind)], token.text);
  return text;
}

bool is_keyword(const Token& token, std::string_view keyword) {
  if (token.kind != TokenKind::name || token.text.size() != keyword.size()) return false;
  for (std::size_t i = 0; i < keyword.size(); ++i)
    if (std::toupper(static_cast<unsigned char>(token.text[i])) != keyword[i]) return false;
  return true;
}

}  // namespace entente::cypher
