// A parsed HTML page: elements, and the text between them with its place in the source. libxml2 is used behind this header only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/mapped_text.hpp"

namespace entente {

/// One element. Elements are numbered in the order of their start tags; the first one is a root above all.
struct HtmlElement {
  std::string name;  ///< lower case
  std::uint32_t parent = 0;
  std::vector<std::pair<std::string, std::string>> attributes;

  /// The value of an attribute, empty if absent.
  std::string_view attribute(std::string_view key) const;
};

/// What happens at one place of the page, in source order.
struct HtmlEvent {
  enum class Kind : std::uint8_t { open, close, text } kind = Kind::open;
  std::uint32_t element = 0;  ///< that is opened, closed, or holds the text
  std::uint32_t begin = 0;    ///< text: bytes of `HtmlPage::text`
  std::uint32_t end = 0;
};

/// A page as a list of events.
struct HtmlPage {
  std::vector<HtmlElement> elements;
  std::vector<HtmlEvent> events;
  MappedText text;                       ///< all character data, scripts and styles apart
  std::vector<std::string> linked_data;  ///< contents of the JSON-LD scripts
};

/// Parses HTML, however broken. `html` is UTF-8.
HtmlPage parse_html(std::string_view html);

}  // namespace entente
