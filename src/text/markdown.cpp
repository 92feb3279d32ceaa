#include "entente/base/encoding.hpp"
#include "text/format.hpp"
namespace entente {
bool looks_like_markdown(std::string_view) { return false; }
RawDocument read_markdown(std::string_view bytes, const std::string& source) { return read_plain_text(decode(bytes, source).text); }
RawDocument read_html(std::string_view bytes, const std::string& source) { return read_plain_text(decode(bytes, source).text); }
RawDocument read_pdf(std::string_view bytes, const std::string& source) { return read_plain_text(decode(bytes, source).text); }
}  // namespace entente
