// Makes small PDF files for tests.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace entente::testing {

/// A line of Latin-1 text set in Times at a place of a page; y grows upwards from the foot, in points.
struct PdfText {
  int page = 0;
  double x = 72;
  double y = 720;
  double size = 11;
  std::string text;
};

/// A PDF 1.4 file of letter pages with these texts.
inline std::string make_pdf(const std::vector<PdfText>& texts, const std::string& title = "", const std::string& author = "") {
  int pages = 0;
  for (const auto& text : texts) pages = std::max(pages, text.page + 1);
  std::vector<std::string> objects;
  std::string kids;
  for (int i = 0; i < pages; ++i) kids += fmt::format("{} 0 R ", 4 + 2 * i);
  objects.push_back("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push_back(fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages, kids));
  objects.push_back("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
  for (int i = 0; i < pages; ++i) {
    std::string content = "BT\n";
    for (const auto& text : texts) {
      if (text.page != i) continue;
      std::string escaped;
      for (const char c : text.text) {
        if (c == '(' || c == ')' || c == '\\') escaped += '\\';
        escaped += c;
      }
      content += fmt::format("/F1 {} Tf 1 0 0 1 {} {} Tm ({}) Tj\n", text.size, text.x, text.y, escaped);
    }
    content += "ET";
    objects.push_back(fmt::format(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>", 5 + 2 * i));
    objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content));
  }
  objects.push_back(fmt::format("<< /Title ({}) /Author ({}) /CreationDate (D:20190305120000Z) >>", title, author));
  std::string file = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const auto xref = file.size();
  file += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (const auto offset : offsets) file += fmt::format("{:010} 00000 n \n", offset);
  file += fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, objects.size(), xref);
  return file;
}

}  // namespace entente::testing
