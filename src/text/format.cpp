#include "text/format.hpp"

#include <algorithm>

#include "entente/base/encoding.hpp"
#include "entente/base/unicode.hpp"

namespace entente {

namespace {

std::string_view without_space(std::string_view text) {
  const auto at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

bool looks_like_html(std::string_view head) {
  auto text = without_space(head.substr(0, 4096));
  if (text.starts_with("\xEF\xBB\xBF")) text = without_space(text.substr(3));
  const auto folded = lower(text);
  if (folded.starts_with("<!doctype html") || folded.starts_with("<html")) return true;
  if (!folded.starts_with("<")) return false;
  return folded.find("<html") != std::string::npos || folded.find("<body") != std::string::npos ||
         folded.find("<head>") != std::string::npos;
}

/// One object a line with a "text" member.
bool looks_like_json_lines(std::string_view head) {
  auto text = without_space(head);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!text.starts_with("{\"") && !text.starts_with("{ \"")) return false;
  const auto line = text.substr(0, text.find('\n'));
  return line.find("\"text\"") != std::string_view::npos;
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {{"text", {".txt", ".text"}, read_text},
                                          {"markdown", {".md", ".markdown", ".mkd"}, read_markdown},
                                          {"html", {".html", ".htm", ".xhtml"}, read_html},
                                          {"pdf", {".pdf"}, read_pdf},
                                          {"jsonl", {".jsonl", ".ndjson"}, nullptr}};
  return all;
}

const Format* format_named(std::string_view name) {
  const auto found = std::find_if(formats().begin(), formats().end(), [&](const auto& format) { return format.name == name; });
  return found == formats().end() ? nullptr : &*found;
}

const Format* format_of_suffix(const std::filesystem::path& path) {
  auto suffix = lower(path.extension().string());
  if (suffix == ".gz") suffix = lower(path.stem().extension().string());
  for (const auto& format : formats())
    if (std::find(format.suffixes.begin(), format.suffixes.end(), suffix) != format.suffixes.end()) return &format;
  return nullptr;
}

const Format& detect_format(std::string_view head, const std::filesystem::path& path) {
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return *format_named("pdf");
  if (looks_like_html(head)) return *format_named("html");
  if (const auto* format = format_of_suffix(path); format != nullptr) return *format;
  if (looks_like_json_lines(head)) return *format_named("jsonl");
  return *format_named("text");
}

RawDocument read_text(std::string_view bytes, const std::string& source) {
  const auto decoded = decode(bytes, source);
  auto raw = looks_like_markdown(decoded.text) ? read_markdown(decoded.text, source) : read_plain_text(decoded.text);
  raw.damage = damage_note(decoded);
  return raw;
}

}  // namespace entente
