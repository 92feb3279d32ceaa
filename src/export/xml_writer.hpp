// XML written as a stream through libxml2: elements are balanced, text is whatever XML 1.0 can hold.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

/// `text` as the content of an element or attribute: & < > " escaped; tab, newline, carriage return, U+0085 and U+2028 as character
/// references, which readers keep; what XML cannot hold, and bytes that are no UTF-8, become U+FFFD.
std::string xml_text(std::string_view text);

/// Writes one document.
class XmlWriter {
 public:
  /// Writes the declaration; `out` must outlive the writer.
  explicit XmlWriter(std::ostream& out);
  /// Closes what is open.
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  XmlWriter& open(const char* element);
  XmlWriter& attribute(const char* name, std::string_view value);
  XmlWriter& text(std::string_view content);
  XmlWriter& close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
