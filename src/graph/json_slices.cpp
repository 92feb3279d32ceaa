#include "graph/json_slices.hpp"

#include <fmt/format.h>

#include "entente/base/error.hpp"

namespace entente {

namespace {

class Slicer {
 public:
  Slicer(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  GraphSlices slice() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    GraphSlices slices;
    bool context = false, graph = false;
    expect('{', "a graph in JSON-LD, which begins with {\"@context\":");
    do {
      const auto key = string();
      expect(':', "a colon after the key");
      if (key.of(text_) == "\"@context\"" && !context) {
        slices.context = value();
        context = true;
      } else if (key.of(text_) == "\"@graph\"" && !graph) {
        slices.nodes = list();
        graph = true;
      } else {
        fail(key.begin, fmt::format("expected \"@context\" and \"@graph\", once each, found {}", key.of(text_).substr(0, 60)));
      }
    } while (follows(','));
    expect('}', "a comma or the closing bracket of the graph");
    skip_space();
    if (at_ < text_.size()) fail(at_, "expected the end of the file after the graph");
    if (!context || !graph)
      fail(0, fmt::format("expected the member \"{}\"; is this a graph of Entente?", context ? "@graph" : "@context"));
    return slices;
  }

 private:
  [[noreturn]] void fail(std::size_t offset, std::string_view what) const { throw InputError(message_at(text_, file_, offset, what)); }
  [[noreturn]] void fail_at_end(std::string_view inside) const {
    fail(text_.size(), fmt::format("the file ends inside {}; it seems to be cut off", inside));
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
      if (text_[at_] == '\n') ++line_;
      ++at_;
    }
  }
  bool follows(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c, std::string_view what) {
    if (follows(c)) return;
    if (at_ >= text_.size()) fail_at_end("the graph");
    fail(at_, fmt::format("expected {}", what));
  }

  JsonSlice string() {
    skip_space();
    JsonSlice slice{at_, at_, line_};
    if (at_ >= text_.size()) fail_at_end("the graph");
    if (text_[at_] != '"') fail(at_, "expected a key in quotes");
    skip_string();
    slice.end = at_;
    return slice;
  }
  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\n') fail(at_, "expected the closing quote of the text on this line");
      if (text_[at_] == '\\') ++at_;
    }
    if (at_ >= text_.size()) fail_at_end("a text");
    ++at_;
  }

  JsonSlice value() {
    skip_space();
    JsonSlice slice{at_, at_, line_};
    std::size_t depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        skip_string();
        if (depth == 0) break;
        continue;
      }
      if (depth == 0 && (c == ',' || c == ']' || c == '}')) break;
      if (c == '{' || c == '[') ++depth;
      if (c == '\n') ++line_;
      ++at_;
      if ((c == '}' || c == ']') && --depth == 0) break;
    }
    if (depth > 0) fail_at_end("an object or list");
    if (at_ == slice.begin) fail(at_, "expected a value");
    slice.end = at_;
    return slice;
  }

  std::vector<JsonSlice> list() {
    std::vector<JsonSlice> values;
    expect('[', "the list of nodes");
    if (follows(']')) return values;
    do {
      values.push_back(value());
    } while (follows(','));
    expect(']', "a comma between the nodes or the closing bracket of their list");
    return values;
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

GraphSlices slice_graph(std::string_view text, const std::string& file) { return Slicer(text, file).slice(); }

std::string message_at(std::string_view text, const std::string& file, std::size_t offset, std::string_view what) {
  return fmt::format("{}: {}\n{}", locate(file, text, offset).to_string(), what, excerpt(text, offset));
}

}  // namespace entente
