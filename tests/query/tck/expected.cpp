#include "query/tck/expected.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace entente::tck {

namespace {

class Reader {
 public:
  Reader(const std::string& text, bool any_order) : text_(text), any_order_(any_order) {}

  std::string run() {
    const auto value = any();
    space();
    if (at_ != text_.size()) throw std::runtime_error("cannot read the expected value " + text_);
    return value;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void space() {
    while (peek() == ' ' || peek() == '\n') ++at_;
  }
  bool take(char c) {
    space();
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  std::string any() {
    space();
    switch (peek()) {
      case '\'':
        return string();
      case '[':
        return bracket();
      case '{':
        return map();
      case '(':
        return node();
      case '<':
        return path();
      default:
        return word();
    }
  }

  std::string string() {
    std::string out(1, text_[at_++]);
    while (peek() != '\'' && peek()) {
      if (peek() == '\\') out += text_[at_++];
      out += text_[at_++];
    }
    ++at_;
    return out + "'";
  }

  std::string word() {
    std::string out;
    while (peek() && std::string(" ,:]})>|").find(peek()) == std::string::npos) out += text_[at_++];
    return out;
  }

  static std::string joined(const std::vector<std::string>& parts, const char* separator) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : separator) + part;
    return out;
  }

  std::string map() {
    std::vector<std::string> entries;
    ++at_;
    for (space(); !take('}'); take(',')) {
      space();
      auto key = word();
      take(':');
      entries.push_back(key + ": " + any());
      space();
    }
    std::sort(entries.begin(), entries.end());
    return "{" + joined(entries, ", ") + "}";
  }

  std::string labels_and_properties(char end) {
    std::vector<std::string> labels;
    while (take(':')) labels.push_back(word());
    std::sort(labels.begin(), labels.end());
    space();
    std::string out = joined(labels, ":");
    if (peek() == '{') out += " " + map();
    take(end);
    return out;
  }

  std::string node() {
    ++at_;
    return "(" + labels_and_properties(')') + ")";
  }

  std::string bracket() {
    ++at_;
    space();
    if (peek() == ':') return "[:" + labels_and_properties(']') + "]";
    std::vector<std::string> elements;
    for (; !take(']'); take(',')) elements.push_back(any());
    if (any_order_) std::sort(elements.begin(), elements.end());
    return "[" + joined(elements, ", ") + "]";
  }

  std::string path() {
    ++at_;
    std::string out = "<";
    while (!take('>')) {
      if (peek() == '-' || peek() == '<') {
        out += text_[at_++];
        if (out.back() == '-' && peek() == '>') out += text_[at_++];
      } else {
        out += peek() == '(' ? node() : bracket();
      }
    }
    return out + ">";
  }

  const std::string& text_;
  bool any_order_;
  std::size_t at_ = 0;
};

}  // namespace

std::string canonical(const std::string& text, bool any_order) { return Reader(text, any_order).run(); }

}  // namespace entente::tck
