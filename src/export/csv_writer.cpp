#include "export/csv_writer.hpp"

#include <ostream>

#include "entente/base/unicode.hpp"
#include "export/clean_text.hpp"

namespace entente {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;

}  // namespace

CsvWriter::CsvWriter(std::ostream& out, const CsvDialect& dialect) : out_(out), dialect_(dialect) {}

CsvWriter::~CsvWriter() { out_.write(row_.data(), static_cast<std::streamsize>(row_.size())); }

void CsvWriter::separate() {
  if (!first_) row_ += dialect_.delimiter;
  first_ = false;
}

CsvWriter& CsvWriter::text(std::string_view value) {
  separate();
  row_ += '"';
  if (dialect_.for_spreadsheet && !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos)
    row_ += '\'';
  const auto append = [&](std::string_view bytes) {
    for (const char c : bytes) {
      if (c == '"' || (c == '\\' && dialect_.double_backslashes)) row_ += c;
      row_ += c;
    }
  };
  if (invalid_utf8(value))
    for_each_code_point(value, [&](char32_t, std::string_view bytes) { append(bytes); });
  else
    append(value);
  row_ += '"';
  return *this;
}

CsvWriter& CsvWriter::bare(std::string_view value) {
  separate();
  row_ += value;
  return *this;
}

CsvWriter& CsvWriter::end_row() {
  row_ += dialect_.end_of_row;
  first_ = true;
  if (row_.size() > buffer_size) {
    out_.write(row_.data(), static_cast<std::streamsize>(row_.size()));
    row_.clear();
  }
  return *this;
}

}  // namespace entente
