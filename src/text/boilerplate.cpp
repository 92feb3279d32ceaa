#include "text/boilerplate.hpp"

#include <algorithm>
#include <array>

#include "entente/base/unicode.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

// Beginnings of lines (lower case) that are no text of an article.
constexpr std::array kBeginnings = {"share this"sv,
                                    "share on"sv,
                                    "share via"sv,
                                    "share article"sv,
                                    "tweet this"sv,
                                    "follow us"sv,
                                    "like us on"sv,
                                    "print this"sv,
                                    "email this"sv,
                                    "send to a friend"sv,
                                    "comment on "sv,
                                    "post a comment"sv,
                                    "leave a comment"sv,
                                    "leave a reply"sv,
                                    "no comments"sv,
                                    "add a comment"sv,
                                    "view comments"sv,
                                    "articles by:"sv,
                                    "more by "sv,
                                    "more from "sv,
                                    "read more:"sv,
                                    "read also:"sv,
                                    "also read:"sv,
                                    "see also:"sv,
                                    "related:"sv,
                                    "related articles"sv,
                                    "related stories"sv,
                                    "related posts"sv,
                                    "related topics"sv,
                                    "recommended for you"sv,
                                    "you may also like"sv,
                                    "you might also like"sv,
                                    "most read"sv,
                                    "most popular"sv,
                                    "trending now"sv,
                                    "latest news"sv,
                                    "subscribe to"sv,
                                    "subscribe now"sv,
                                    "sign up for"sv,
                                    "sign up to"sv,
                                    "join our newsletter"sv,
                                    "newsletter"sv,
                                    "become a member"sv,
                                    "become a subscriber"sv,
                                    "support our journalism"sv,
                                    "donate to"sv,
                                    "advertisement"sv,
                                    "sponsored"sv,
                                    "this site uses cookies"sv,
                                    "this website uses cookies"sv,
                                    "we use cookies"sv,
                                    "our website uses cookies"sv,
                                    "by continuing to use"sv,
                                    "accept all"sv,
                                    "accept cookies"sv,
                                    "cookie policy"sv,
                                    "cookie settings"sv,
                                    "privacy policy"sv,
                                    "terms of use"sv,
                                    "terms of service"sv,
                                    "terms and conditions"sv,
                                    "all rights reserved"sv,
                                    "copyright ©"sv,
                                    "copyright (c)"sv,
                                    "copyright 2"sv,
                                    "copyright 1"sv,
                                    "© "sv,
                                    "(c) 20"sv,
                                    "disclaimer:"sv,
                                    "about the author"sv,
                                    "about us"sv,
                                    "contact us"sv,
                                    "for media inquiries"sv,
                                    "the original source of this article"sv,
                                    "original url"sv,
                                    "original source:"sv,
                                    "source link"sv,
                                    "note to readers"sv,
                                    "featured image"sv,
                                    "image credit"sv,
                                    "photo credit"sv,
                                    "photo by"sv,
                                    "click here"sv,
                                    "skip to content"sv,
                                    "skip to main"sv,
                                    "back to top"sv,
                                    "go to top"sv,
                                    "tags:"sv,
                                    "filed under"sv,
                                    "posted in "sv,
                                    "categories:"sv,
                                    "region:"sv,
                                    "theme:"sv,
                                    "topics:"sv,
                                    "home >"sv,
                                    "home »"sv,
                                    "next article"sv,
                                    "previous article"sv,
                                    "next post"sv,
                                    "previous post"sv,
                                    "log in"sv,
                                    "loading…"sv,
                                    "loading..."sv,
                                    "please enable javascript"sv,
                                    "download pdf"sv,
                                    "view in browser"sv,
                                    "unsubscribe"sv,
                                    "powered by"sv,
                                    "this article was originally published"sv,
                                    "this article first appeared"sv,
                                    "the views expressed in this article"sv,
                                    "the views expressed here"sv,
                                    "opinions expressed in this"sv,
                                    "reprinted with permission"sv,
                                    "min read"sv,
                                    "the post presented is"sv};
// Whole lines of that kind.
constexpr std::array kWhole = {"share"sv,    "tweet"sv,     "print"sv,     "email"sv,     "e-mail"sv,        "facebook"sv, "twitter"sv,
                               "whatsapp"sv, "telegram"sv,  "linkedin"sv,  "reddit"sv,    "pinterest"sv,     "pages"sv,    "menu"sv,
                               "home"sv,     "search"sv,    "login"sv,     "subscribe"sv, "comments"sv,      "accept"sv,   "decline"sv,
                               "reject"sv,   "close"sv,     "next"sv,      "previous"sv,  "advertisement"sv, "ad"sv,       "contact"sv,
                               "about"sv,    "privacy"sv,   "terms"sv,     "legal"sv,     "sitemap"sv,       "imprint"sv,  "rss"sv,
                               "youtube"sv,  "instagram"sv, "read more"sv, "load more"sv, "listen"sv,        "save"sv,     "copy link"sv,
                               "ok"sv,       "got it"sv,    "i agree"sv,   "back"sv,      "more"sv};
// Words of legal notices; two of them make a paragraph one.
constexpr std::array kLegal = {"copyrighted material"sv,
                               "fair use"sv,
                               "copyright owner"sv,
                               "all rights reserved"sv,
                               "without prior written"sv,
                               "cookies"sv,
                               "personal data"sv,
                               "privacy policy"sv,
                               "cross-post"sv,
                               "sole responsibility of the author"sv,
                               "terms of use"sv,
                               "may not be reproduced"sv,
                               "redistribut"sv,
                               "hyperlink to the original"sv,
                               "your consent"sv,
                               "third-party"sv,
                               "permission from"sv,
                               "unsubscribe"sv,
                               "this website"sv,
                               "our website"sv,
                               "our newsletter"sv,
                               "your browser"sv,
                               "not be responsible for any inaccurate"sv};

/// How far link anchors make up a block, 0 to 1.
double link_density(const RawBlock& block) {
  return block.text.empty() ? 0 : static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
}

bool is_running_text(const RawBlock& block) {
  const auto size = block.text.size();
  if (link_density(block) > 0.5 || is_boilerplate_phrase(block.text.text())) return false;
  const auto& text = block.text.text();
  const auto end = text.find_last_not_of(" \t\r\n");
  const bool sentence = end != std::string::npos && ends_sentence(std::string_view(text).substr(0, end + 1));
  return (sentence && size >= 12 && text.find(' ') != std::string::npos) || size >= 200;
}

void set_boilerplate(RawBlock& block) {
  if (block.kind != BlockKind::footnote) block.kind = BlockKind::boilerplate;
}

/// Punctuation, dashes and stars alone: a rule between parts.
bool is_ornament(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += sequence_length(text[i]))
    if (is_alphanumeric(code_point_at(text, i))) return false;
  return true;
}

bool is_address(std::string_view text) {
  if (text.find(' ') != std::string_view::npos) return false;
  return text.find("://") != std::string_view::npos || text.starts_with("www.") || text.starts_with("<http");
}

/// "NAME is a professor of …" behind an article by NAME.
bool is_author_note(std::string_view text, const std::string& author) {
  if (author.empty() || !text.starts_with(author)) return false;
  const auto rest = text.substr(author.size(), 24);
  for (const auto verb : {" is a"sv, " is the"sv, " was a"sv, " is an"sv, " teaches"sv, " writes"sv, ", a "sv, ", an "sv, " is professor"sv,
                          " is currently"sv, " is senior"sv})
    if (rest.starts_with(verb)) return true;
  return false;
}

}  // namespace

bool is_boilerplate_phrase(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  const auto head = lower(text.substr(0, std::min<std::size_t>(text.size(), 80)));
  if (text.size() <= 20 && std::find(kWhole.begin(), kWhole.end(), head) != kWhole.end()) return true;
  if (text.size() > 300) return false;
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](auto beginning) { return head.starts_with(beginning); });
}

void mark_around_article(std::vector<RawBlock>& blocks) {
  std::size_t first = blocks.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::boilerplate || !is_running_text(blocks[i])) continue;
    first = std::min(first, i);
    last = i;
  }
  if (first == blocks.size()) return;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto& block = blocks[i];
    const bool links = link_density(block) > 0.5;
    const bool title = block.kind == BlockKind::heading && i < first;
    if (i > last && block.kind != BlockKind::table_cell) set_boilerplate(block);
    if (i < first && !title && (links || i + 3 < first)) set_boilerplate(block);
    if (links && block.kind != BlockKind::heading && block.text.size() < 120) set_boilerplate(block);
  }
}

void mark_boilerplate(std::vector<RawBlock>& blocks, const std::string& author) {
  bool about_author = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto& block = blocks[i];
    const std::string_view text = block.text.text();
    const bool late = i * 2 > blocks.size();
    const bool link = link_density(block) > 0.9 && text.size() < 60 && block.kind == BlockKind::paragraph && !ends_sentence(text);
    bool marked = is_boilerplate_phrase(text) || is_ornament(text) || is_address(text) || link;
    if (late && is_author_note(text, author)) marked = true;
    if (about_author && block.kind != BlockKind::heading && text.size() < 1500) marked = true;
    if (!marked && text.size() > 60) {
      const auto folded = lower(text);
      const auto words = std::count_if(kLegal.begin(), kLegal.end(), [&](auto phrase) { return folded.find(phrase) != std::string::npos; });
      marked = words >= (text.size() < 300 ? 1 : 2) && (late || words >= 2 || i < 3);
    }
    about_author = late && lower(text.substr(0, 16)) == "about the author";
    if (marked) set_boilerplate(block);
  }
}

}  // namespace entente
