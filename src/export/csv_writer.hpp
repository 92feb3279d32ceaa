// Rows of comma-separated values.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace entente {

/// How cells and rows are written.
struct CsvDialect {
  char delimiter = ',';
  std::string_view end_of_row = "\r\n";
  bool double_backslashes = false;  ///< for readers that take \ as an escape (Neo4j)
  bool for_spreadsheet = false;     ///< an apostrophe before = + - @ tab and carriage return at the start of a text
};

/// Writes rows by RFC 4180: texts in quotes with quotes doubled, numbers bare, absent values as nothing. Bytes that are no UTF-8
/// become U+FFFD.
class CsvWriter {
 public:
  CsvWriter(std::ostream& out, const CsvDialect& dialect);
  ~CsvWriter();
  CsvWriter(const CsvWriter&) = delete;
  CsvWriter& operator=(const CsvWriter&) = delete;

  CsvWriter& text(std::string_view value);
  /// Nothing at all, not even quotes, if `value` is empty.
  CsvWriter& text_if(std::string_view value) { return value.empty() ? bare("") : text(value); }
  /// A number or a word without special characters.
  CsvWriter& bare(std::string_view value);
  CsvWriter& end_row();

 private:
  void separate();

  std::ostream& out_;
  CsvDialect dialect_;
  std::string row_;
  bool first_ = true;
};

}  // namespace entente
