// The PDF reader, on poppler.
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <mutex>

#include "entente/base/error.hpp"
#include "entente/base/unicode.hpp"
#include "text/format.hpp"
#include "text/lines.hpp"
#include "text/pdf_page.hpp"

namespace entente {

namespace {

std::string utf8(const poppler::ustring& text) {
  const auto bytes = text.to_utf8();
  std::string clean(bytes.begin(), bytes.end());
  if (invalid_utf8(clean)) return {};
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\0'; }, ' ');
  return clean;
}

std::vector<PdfWord> words_of(const poppler::page& page) {
  std::vector<PdfWord> words;
  for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
    if (box.rotation() != 0) continue;
    const auto area = box.bbox();
    PdfWord word{utf8(box.text()),
                 static_cast<float>(area.left()),
                 static_cast<float>(area.top()),
                 static_cast<float>(area.right()),
                 static_cast<float>(area.bottom()),
                 static_cast<float>(box.has_font_info() ? box.get_font_size() : area.height()),
                 box.has_space_after()};
    if (std::isfinite(word.left) && std::isfinite(word.top) && std::isfinite(word.right) && std::isfinite(word.bottom))
      words.push_back(std::move(word));
  }
  return words;
}

/// The text of all pages, one line a line, pages parted by form feeds, and what is known of each line.
struct Extracted {
  std::string text;
  std::vector<PdfLine> lines;  ///< without their text
};

Extracted extract(const poppler::document& document) {
  Extracted all;
  for (int i = 0; i < document.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (page == nullptr) continue;
    if (!all.text.empty()) all.text.back() = '\f';
    for (auto& line : lines_of(words_of(*page))) {
      if (line.gap_before) {
        all.text += '\n';
        all.lines.emplace_back();
      }
      all.text += line.text + '\n';
      line.text.clear();
      all.lines.push_back(std::move(line));
    }
  }
  return all;
}

/// A title that a person gave, not a program.
std::string human_title(std::string title) {
  for (const std::string_view prefix : {"Microsoft Word - ", "Microsoft PowerPoint - "})
    if (title.starts_with(prefix)) title.erase(0, prefix.size());
  const auto folded = lower(title);
  for (const std::string_view suffix : {".doc", ".docx", ".pdf", ".indd", ".qxd", ".tex", ".dvi", ".odt", ".rtf"})
    if (folded.ends_with(suffix)) return {};
  const bool generic = folded.starts_with("untitled") || folded.find(' ') == std::string::npos;
  return generic ? std::string() : title;
}

std::unique_ptr<poppler::document> load(std::string_view bytes, const std::string& source) {
  static std::once_flag quiet;
  std::call_once(quiet, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw InputError(fmt::format("{}: too large for a PDF", source));
  if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos)
    throw InputError(fmt::format("{}: not a PDF: it does not begin with %PDF-", source));
  if (bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048)).find("%%EOF") == std::string_view::npos)
    throw InputError(fmt::format("{}: broken PDF: cut off before its end (no %%EOF)", source));
  std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) throw InputError(fmt::format("{}: broken PDF: its structure cannot be read", source));
  if (document->is_locked()) throw InputError(fmt::format("{}: encrypted PDF: it needs a password", source));
  return document;
}

}  // namespace

RawDocument read_pdf(std::string_view bytes, const std::string& source) {
  const auto document = load(bytes, source);
  const auto all = extract(*document);
  if (all.text.find_first_not_of(" \n\f") == std::string::npos)
    throw InputError(fmt::format("{}: there is no text in this PDF of {} pages (scanned images?)", source, document->pages()));
  auto lines = split_lines(all.text);
  for (std::size_t i = 0; i < std::min(lines.size(), all.lines.size()); ++i) {
    lines[i].size = all.lines[i].size;
    lines[i].indent = static_cast<std::uint32_t>(all.lines[i].indent);
  }
  auto raw = lay_out(lines);
  raw.title = human_title(utf8(document->info_key("Title")));
  raw.author = utf8(document->info_key("Author"));
  raw.fallback_date = utf8(document->info_key("CreationDate"));
  return raw;
}

}  // namespace entente
