#include "text/html_metadata.hpp"

#include "entente/base/error.hpp"
#include "entente/base/json.hpp"
#include "entente/base/unicode.hpp"

namespace entente {

namespace {

void set(std::string& field, std::string_view value) {
  if (field.empty() && value.find_first_not_of(" \t\r\n") != std::string_view::npos) field = value;
}

/// The name in an author member: a string, an object with a name, or a list of these.
std::string author_of(const JsonValue& value) {
  if (value.is_string()) return value.string;
  if (value.is_object()) {
    const auto* name = value.find("name");
    return name != nullptr && name->is_string() ? name->string : "";
  }
  std::string names;
  for (const auto& element : value.elements) {
    const auto name = author_of(element);
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

void read_article(const JsonValue& object, RawDocument& raw) {
  const auto text = [&](std::string_view key) -> std::string_view {
    const auto* value = object.find(key);
    return value != nullptr && value->is_string() ? std::string_view(value->string) : std::string_view();
  };
  if (text("headline").empty() && text("datePublished").empty()) return;
  set(raw.title, text("headline"));
  set(raw.date, text("datePublished"));
  set(raw.url, text("url"));
  if (const auto* author = object.find("author"); author != nullptr) set(raw.author, author_of(*author));
}

void read_linked_data(const std::string& script, RawDocument& raw) {
  try {
    const auto json = JsonDocument::parse(script, "JSON-LD");
    const auto& root = json.root();
    if (root.is_object()) read_article(root, raw);
    const auto* graph = root.find("@graph");
    for (const auto& element : (graph != nullptr ? *graph : root).elements)
      if (element.is_object()) read_article(element, raw);
  } catch (const InputError&) {  // a page with a broken script is still a page
  }
}

void read_meta(const HtmlElement& meta, RawDocument& raw) {
  auto key = lower(meta.attribute("property"));
  if (key.empty()) key = lower(meta.attribute("name"));
  if (key.empty()) key = lower(meta.attribute("itemprop"));
  const auto value = meta.attribute("content");
  for (const auto* name : {"og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline"})
    if (key == name) set(raw.title, value);
  for (const auto* name : {"author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl"})
    if (key == name && !value.starts_with("http")) set(raw.author, value);
  for (const auto* name :
       {"article:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date", "dcterms.created", "dcterms.date",
        "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "article.published"})
    if (key == name) set(raw.date, value);
  if (key == "og:url") set(raw.url, value);
}

/// The text directly inside the first element called `name`.
std::string text_of(const HtmlPage& page, std::string_view name) {
  std::string text;
  std::uint32_t found = 0;
  for (const auto& event : page.events) {
    if (found == 0 && event.kind == HtmlEvent::Kind::open && page.elements[event.element].name == name) found = event.element;
    if (found != 0 && event.kind == HtmlEvent::Kind::close && event.element == found) {
      if (text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
      found = 0;
    }
    if (found != 0 && event.kind == HtmlEvent::Kind::text) text.append(page.text.text(), event.begin, event.end - event.begin);
  }
  return text;
}

/// A window title without the name of the site behind its last bar or dash.
std::string without_site(const std::string& title) {
  for (const auto* separator : {" | ", " — ", " – ", " - ", " :: "}) {
    const auto at = title.rfind(separator);
    if (at != std::string::npos && at > 15 && title.size() - at < 40) return title.substr(0, at);
  }
  return title;
}

}  // namespace

RawDocument read_metadata(const HtmlPage& page) {
  RawDocument raw;
  for (const auto& script : page.linked_data) read_linked_data(script, raw);
  for (const auto& element : page.elements) {
    if (element.name == "meta") read_meta(element, raw);
    if (element.name == "link" && lower(element.attribute("rel")) == "canonical") set(raw.url, element.attribute("href"));
  }
  for (const auto& element : page.elements)
    if (element.name == "time") set(raw.date, element.attribute("datetime"));
  set(raw.title, text_of(page, "h1"));
  set(raw.title, without_site(text_of(page, "title")));
  return raw;
}

}  // namespace entente
