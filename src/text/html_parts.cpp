#include "text/html_parts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

constexpr std::array kBlocks = {
    "address"sv, "article"sv, "aside"sv, "blockquote"sv, "body"sv,     "caption"sv,    "center"sv,  "dd"sv,      "details"sv, "dialog"sv,
    "dir"sv,     "div"sv,     "dl"sv,    "dt"sv,         "fieldset"sv, "figcaption"sv, "figure"sv,  "footer"sv,  "form"sv,    "h1"sv,
    "h2"sv,      "h3"sv,      "h4"sv,    "h5"sv,         "h6"sv,       "header"sv,     "hgroup"sv,  "hr"sv,      "html"sv,    "li"sv,
    "main"sv,    "menu"sv,    "nav"sv,   "ol"sv,         "p"sv,        "pre"sv,        "section"sv, "summary"sv, "table"sv,   "tbody"sv,
    "td"sv,      "tfoot"sv,   "th"sv,    "thead"sv,      "tr"sv,       "ul"sv,         "option"sv,  "title"sv};
constexpr std::array kHidden = {"script"sv, "style"sv,    "noscript"sv, "template"sv, "svg"sv,   "iframe"sv,
                                "object"sv, "embed"sv,    "canvas"sv,   "audio"sv,    "video"sv, "head"sv,
                                "select"sv, "textarea"sv, "input"sv,    "button"sv,   "map"sv,   "math"sv};
constexpr std::array kAround = {"nav"sv, "footer"sv, "aside"sv, "form"sv, "menu"sv, "dialog"sv};
constexpr std::array kRoles = {"navigation"sv, "banner"sv,  "contentinfo"sv, "complementary"sv, "search"sv,
                               "menu"sv,       "menubar"sv, "dialog"sv,      "alertdialog"sv,   "toolbar"sv};
constexpr std::array kHints = {
    "ad"sv,          "ads"sv,        "advert"sv,       "advertisement"sv, "adsense"sv,     "banner"sv,     "breadcrumb"sv,
    "breadcrumbs"sv, "comment"sv,    "comments"sv,     "consent"sv,       "cookie"sv,      "cookies"sv,    "copyright"sv,
    "disclaimer"sv,  "disqus"sv,     "footer"sv,       "gdpr"sv,          "legal"sv,       "login"sv,      "masthead"sv,
    "menu"sv,        "modal"sv,      "nav"sv,          "navbar"sv,        "navigation"sv,  "newsletter"sv, "overlay"sv,
    "pager"sv,       "pagination"sv, "popup"sv,        "promo"sv,         "recommended"sv, "related"sv,    "share"sv,
    "sharebar"sv,    "sharing"sv,    "sidebar"sv,      "signup"sv,        "skip"sv,        "social"sv,     "sponsor"sv,
    "sponsored"sv,   "subscribe"sv,  "subscription"sv, "tags"sv,          "toolbar"sv,     "topbar"sv,     "widget"sv};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// True if a word of a class or id ("post-share", "shareButtons") is one that names what stands around an article.
bool is_hint(std::string_view names) {
  std::string word;
  bool negated = false;  // "has-sidebar" is no sidebar
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool capital = c >= 'A' && c <= 'Z';
    const bool letter = capital || (c >= 'a' && c <= 'z');
    if (!word.empty() && (!letter || (capital && !(names[i - 1] >= 'A' && names[i - 1] <= 'Z')))) {
      if (contains(kHints, word) && !negated) return true;
      negated = word == "has" || word == "with" || word == "no" || word == "without";
      word.clear();
    }
    if (letter) word += static_cast<char>(capital ? c + 32 : c);
  }
  return false;
}

bool is_hidden(const HtmlElement& element) {
  if (contains(kHidden, element.name)) return true;
  std::string style;
  for (const char c : element.attribute("style"))
    if (c != ' ') style += c;
  const bool hidden =
      std::any_of(element.attributes.begin(), element.attributes.end(), [](const auto& pair) { return pair.first == "hidden"; });
  return hidden || element.attribute("aria-hidden") == "true" || style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_article(const HtmlElement& element) {
  return element.name == "article" || element.name == "main" || element.attribute("role") == "main" ||
         element.attribute("itemprop") == "articleBody";
}

bool is_around(const HtmlElement& element) {
  if (contains(kAround, element.name) || contains(kRoles, element.attribute("role"))) return true;
  if (element.name == "html" || element.name == "body" || is_article(element)) return false;
  return is_hint(element.attribute("class")) || is_hint(element.attribute("id"));
}

/// Bytes of running text (not in links, not hidden) below each element.
std::vector<std::uint64_t> text_sizes(const HtmlPage& page) {
  std::vector<std::uint64_t> sizes(page.elements.size(), 0);
  std::vector<bool> skipped(page.elements.size(), false);
  for (std::size_t i = 1; i < page.elements.size(); ++i)
    skipped[i] = skipped[page.elements[i].parent] || page.elements[i].name == "a" || is_hidden(page.elements[i]);
  for (const auto& event : page.events)
    if (event.kind == HtmlEvent::Kind::text && !skipped[event.element]) sizes[event.element] += event.end - event.begin;
  for (std::size_t i = page.elements.size(); i-- > 1;) sizes[page.elements[i].parent] += sizes[i];
  return sizes;
}

/// The innermost element that is marked as the article and holds most of the page's text; 0 if none is.
std::uint32_t find_article(const HtmlPage& page, const std::vector<std::uint64_t>& sizes) {
  std::uint32_t best = 0;
  for (std::uint32_t i = 1; i < page.elements.size(); ++i)
    if (is_article(page.elements[i]) && sizes[i] * 2 > sizes[0] && (best == 0 || sizes[i] * 10 > sizes[best] * 9)) best = i;
  return best;
}

}  // namespace

bool is_block_element(std::string_view name) { return contains(kBlocks, name); }

std::vector<HtmlPart> find_parts(const HtmlPage& page) {
  const auto sizes = text_sizes(page);
  const auto article = find_article(page, sizes);
  std::vector<HtmlPart> parts(page.elements.size(), HtmlPart::article);
  std::vector<bool> inside(page.elements.size(), article == 0);
  for (std::uint32_t i = 1; i < page.elements.size(); ++i) {
    const auto& element = page.elements[i];
    parts[i] = parts[element.parent];
    inside[i] = inside[element.parent] || i == article;
    if (is_hidden(element)) parts[i] = HtmlPart::hidden;
    if (parts[i] != HtmlPart::article) continue;
    const bool most = sizes[i] * 2 > sizes[0];
    if (is_around(element) && !most) parts[i] = HtmlPart::boilerplate;
    const bool site_header = element.name == "header" && !inside[i] && !most && article != 0;
    if (site_header) parts[i] = HtmlPart::boilerplate;
  }
  if (article != 0)
    for (std::uint32_t i = 1; i < page.elements.size(); ++i) {
      // Ancestors of the article keep their own text out, but a headline above the article belongs to it.
      if (parts[i] == HtmlPart::article && !inside[i] && page.elements[i].name != "h1" &&
          page.elements[page.elements[i].parent].name != "h1")
        parts[i] = HtmlPart::boilerplate;
    }
  return parts;
}

}  // namespace entente
