#include "text/html_page.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "entente/base/unicode.hpp"
#include "text/code_point_index.hpp"

namespace entente {

namespace {

/// Receives libxml2's events and writes down a page.
class PageBuilder {
 public:
  explicit PageBuilder(std::string_view html) : html_(html), index_(html) {
    page_.elements.push_back({"", 0, {}});
    stack_.push_back(0);
  }

  HtmlPage parse() {
    if (html_.empty() || html_.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return std::move(page_);
    static const bool initialised = [] {
      xmlInitParser();
      return true;
    }();
    (void)initialised;
    struct Free {
      void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
    };
    const std::unique_ptr<htmlParserCtxt, Free> parser(htmlCreateMemoryParserCtxt(html_.data(), static_cast<int>(html_.size())));
    if (parser == nullptr) return std::move(page_);
    context_ = parser.get();
    htmlCtxtUseOptions(context_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context_, XML_CHAR_ENCODING_UTF8);
    htmlSAXHandler handler{};
    handler.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) { of(self).open(name, attributes); };
    handler.endElement = [](void* self, const xmlChar* name) { of(self).close(name); };
    handler.characters = [](void* self, const xmlChar* text, int size) { of(self).add_text(view(text, size)); };
    handler.ignorableWhitespace = handler.characters;
    handler.cdataBlock = [](void* self, const xmlChar* text, int size) { of(self).add_script(view(text, size)); };
    *context_->sax = handler;
    context_->userData = this;
    htmlParseDocument(context_);
    return std::move(page_);
  }

 private:
  static PageBuilder& of(void* self) { return *static_cast<PageBuilder*>(self); }
  static std::string_view view(const xmlChar* text, int size) {
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
  }

  /// Bytes of the source that the parser has read.
  std::size_t position() const {
    const auto* input = context_->input;
    const auto at = static_cast<std::size_t>(input->cur - input->base) + input->consumed;
    return std::min(at, html_.size());
  }

  void open(const xmlChar* name, const xmlChar** attributes) {
    HtmlElement element{lower(reinterpret_cast<const char*>(name)), stack_.back(), {}};
    for (auto** pair = attributes; pair != nullptr && pair[0] != nullptr; pair += 2)
      element.attributes.emplace_back(lower(reinterpret_cast<const char*>(pair[0])),
                                      pair[1] != nullptr ? reinterpret_cast<const char*>(pair[1]) : "");
    const auto id = static_cast<std::uint32_t>(page_.elements.size());
    page_.elements.push_back(std::move(element));
    page_.events.push_back({HtmlEvent::Kind::open, id, 0, 0});
    stack_.push_back(id);
    read_ = position();
  }

  void close(const xmlChar* name) {
    const auto closed = lower(reinterpret_cast<const char*>(name));
    if (stack_.size() > 1 && page_.elements[stack_.back()].name == closed) {
      page_.events.push_back({HtmlEvent::Kind::close, stack_.back(), 0, 0});
      stack_.pop_back();
    }
    read_ = position();
  }

  void add_text(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(page_.text.size());
    const auto end = position();
    if (html_.substr(read_, text.size()) == text) {
      page_.text.append(text, index_.at(read_));
      read_ += text.size();
    } else if (end >= text.size() && html_.substr(end - text.size(), text.size()) == text) {
      page_.text.append(text, index_.at(end - text.size()));
      read_ = end;
    } else {
      page_.text.append_as(text, {index_.at(std::min(read_, end)), index_.at(end)});
      read_ = end;
    }
    page_.events.push_back({HtmlEvent::Kind::text, stack_.back(), begin, static_cast<std::uint32_t>(page_.text.size())});
  }

  void add_script(std::string_view text) {
    const auto& element = page_.elements[stack_.back()];
    if (element.name == "script" && element.attribute("type") == "application/ld+json") {
      if (script_of_ != stack_.back()) page_.linked_data.emplace_back();
      script_of_ = stack_.back();
      page_.linked_data.back() += text;
    }
    read_ = position();
  }

  std::string_view html_;
  CodePointIndex index_;
  HtmlPage page_;
  std::vector<std::uint32_t> stack_;
  htmlParserCtxt* context_ = nullptr;
  std::size_t read_ = 0;  ///< source bytes behind the last event
  std::uint32_t script_of_ = 0;
};

}  // namespace

std::string_view HtmlElement::attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes)
    if (name_of == key) return value;
  return {};
}

HtmlPage parse_html(std::string_view html) { return PageBuilder(html).parse(); }

}  // namespace entente
