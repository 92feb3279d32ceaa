#include <catch2/catch.hpp>

#include "entente/base/unicode.hpp"
#include "text/pdf_maker.hpp"
#include "text/read_helper.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

const std::string kPage = R"(<!DOCTYPE html><html><head><title>Harbour pact signed | The Daily Gull</title>
<meta name="author" content="Ann Reed"><meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://example.org/pact"><style>p { color: red }</style></head><body>
<div><div><a href="/">Home</a> <a href="/w">World</a></div><div>We use cookies to make this site better. <a href="#">Accept</a></div></div>
<div><h1>Harbour pact signed</h1><div>By Ann Reed</div><div>Share</div>
<div>Norland &amp; Sudland signed a pact in the 21<sup>st</sup> round of talks.<sup><a href="#n1">1</a></sup> Nobody cheered.</div>
<div>The <b>minister</b> said the <a href="x">deal</a> is &ldquo;fair&rdquo;.<br><br>Sudland will with&shy;draw its ships.</div>
<div><b>What comes next</b><br>Parliament votes in May.</div><ul><li>Norland keeps the port.</li></ul></div>
<div><div><a href="/1">Ten cats you must see</a></div><div><a href="/2">Why gulls scream</a></div></div>
<div>Copyright 2021 The Daily Gull. All rights reserved.</div><script>var x = "not text";</script></body></html>)";

}  // namespace

TEST_CASE("the article of a page of nothing but divs is told from what stands around it", "[text]") {
  CHECK(blocks_of("a.html", kPage) ==
        "x: Home World\nx: We use cookies to make this site better. Accept\nh: Harbour pact signed\nx: By Ann Reed\nx: Share\n"
        "p: Norland & Sudland signed a pact in the 21st round of talks. Nobody cheered.\np: The minister said the deal is “fair”.\n"
        "p: Sudland will withdraw its ships.\nh: What comes next\np: Parliament votes in May.\nli: Norland keeps the port.\n"
        "x: Ten cats you must see\nx: Why gulls scream\nx: Copyright 2021 The Daily Gull. All rights reserved.\n");
}

TEST_CASE("a page gives title, author, date and address", "[text]") {
  const auto document = read_bytes("a.html", kPage).documents.at(0);
  CHECK(document.title == "Harbour pact signed");
  CHECK(document.author == "Ann Reed");
  CHECK(document.date == "2021-03-04");
  CHECK(document.url == "https://example.org/pact");
  const auto linked =
      read_bytes("b.html",
                 "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A pact\",\"datePublished\":"
                 "\"2020-02-03\",\"author\":[{\"name\":\"Bo Lind\"}]}</script></head><body><p>Norland warns Sudland.</p></body></html>")
          .documents.at(0);
  CHECK(linked.title == "A pact");
  CHECK(linked.author == "Bo Lind");
  CHECK(linked.date == "2020-02-03");
}

TEST_CASE("the text of a page maps to the characters of its source", "[text]") {
  const auto document = read_bytes("a.html", kPage).documents.at(0);
  const auto original = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    const auto span = document.to_source({at, at + static_cast<std::uint32_t>(words.size())});
    const auto begin = byte_offset(kPage, span.begin);
    return kPage.substr(begin, byte_offset(kPage, span.end) - begin);
  };
  CHECK(original("Norland & Sudland") == "Norland &amp; Sudland");
  CHECK(original("“fair”") == "&ldquo;fair&rdquo;");
  CHECK(original("withdraw its ships") == "with&shy;draw its ships");
  CHECK(original("minister said the deal") == "minister</b> said the <a href=\"x\">deal");
}

TEST_CASE("menus, footers and marked asides are boilerplate, the article is whole", "[text]") {
  CHECK(
      blocks_of("a.html",
                "<html><body><nav>Home and more</nav><div class='share-buttons'>Send it to all your friends today.</div><article><h1>Ships "
                "leave the strait</h1>"
                "<p>Norland warned Sudland.</p><aside>Our readers also liked cats.</aside><p>Sudland did not answer the warning of its "
                "neighbour.</p>"
                "<div class='post-body has-sidebar'>The ships left.</div></article><footer>The Gull, since 1901.</footer></body></html>") ==
      "x: Home and more\nx: Send it to all your friends today.\nh: Ships leave the strait\np: Norland warned Sudland.\nx: Our readers also "
      "liked cats.\n"
      "p: Sudland did not answer the warning of its neighbour.\np: The ships left.\nx: The Gull, since 1901.\n");
}

TEST_CASE("markup of Markdown is not text", "[text]") {
  const std::string markdown =
      "---\ntitle: \"A pact\"\nauthor: Ann Reed\ndate: 2021-03-04\nurl: https://example.org/pact\n---\n\n# Harbour pact\n\n**Norland** and "
      "*Sudland* signed a\n"
      "[pact](https://example.org/x \"the pact\") on the 21<sup>st</sup> day.[^1] ![a ship](ship.png)\n\n> We are \\*glad\\*.\n\n- Norland "
      "keeps the port &amp; the `quay`.\n\n"
      "| a | b |\n|---|---|\n| c | d |\n\n[^1]: A note.\n";
  CHECK(
      blocks_of("a.md", markdown) ==
      "h: Harbour pact\np: Norland and Sudland signed a pact on the 21st day.\nq: We are *glad*.\nli: Norland keeps the port & the quay.\n"
      "td: a\ntd: b\ntd: c\ntd: d\nfn: A note.\n");
  const auto document = read_bytes("a.md", markdown).documents.at(0);
  CHECK(document.title == "A pact");
  CHECK(document.author == "Ann Reed");
  CHECK(document.date == "2021-03-04");
  CHECK(document.url == "https://example.org/pact");
  const auto at = static_cast<std::uint32_t>(document.text.find("pact on"));
  CHECK(markdown.substr(document.to_source({at, at + 4}).begin, 5) == "pact]");
}

TEST_CASE("columns of a PDF are read one after the other", "[text]") {
  std::vector<PdfText> texts = {{0, 72, 740, 18, "Two Columns of News"}};
  const std::vector<std::string> left = {"Norland has warned its neigh-", "bour Sudland against sending", "more ships into the strait. The",
                                         "government said that it would", "answer every step."};
  const std::vector<std::string> right = {"Sudland replied on Tuesday that", "its ships were there to fish. It",
                                          "also asked for talks, which the", "other side has so far refused to", "hold in any form."};
  for (std::size_t i = 0; i < left.size(); ++i) {
    texts.push_back({0, 72, 700.0 - 14 * static_cast<double>(i), 11, left[i]});
    texts.push_back({0, 330, 700.0 - 14 * static_cast<double>(i), 11, right[i]});
  }
  CHECK(blocks_of("a.pdf", make_pdf(texts)) ==
        "h: Two Columns of News\np: Norland has warned its neighbour Sudland against sending more ships into the strait. The government "
        "said that it would "
        "answer every step.\np: Sudland replied on Tuesday that its ships were there to fish. It also asked for talks, which the other "
        "side has so far "
        "refused to hold in any form.\n");
}

TEST_CASE("notes, marks and page numbers of a PDF leave its sentences whole", "[text]") {
  std::vector<PdfText> texts;
  const std::string when[] = {"spring", "summer", "autumn"};
  const std::string what[] = {"map", "boat", "pilot"};
  for (int page = 0; page < 3; ++page) {
    const auto n = std::to_string(page + 1);
    texts.push_back({page, 200, 760, 9, "Journal of the Strait, volume 4"});
    texts.push_back({page, 72, 720, 11, "That " + when[page] + " saw the long dispute between Norland and Sudland go on, as more"});
    texts.push_back({page, 72, 706, 11, "ships came into the strait, and in " + when[page] + " no side wanted to be the first one"});
    texts.push_back({page, 72, 692, 11, "to give in. The talks of " + when[page] + " failed"});
    texts.push_back({page, 234, 696, 7, n});
    texts.push_back({page, 246, 692, 11, "because neither side had a " + what[page]});
    texts.push_back({page, 72, 110, 7, n});
    texts.push_back({page, 80, 107, 8, "A " + what[page] + " had been there earlier, but it was lost in a fire."});
    texts.push_back({page, 300, 40, 10, n});
  }
  texts.push_back({3, 72, 720, 11, "of the whole strait with it."});
  const auto read = read_bytes("a.pdf", make_pdf(texts, "A History of the Strait", "Bo Lind"));
  REQUIRE(read.documents.size() == 1);
  const auto& document = read.documents[0];
  CHECK(document.title == "A History of the Strait");
  CHECK(document.author == "Bo Lind");
  CHECK(document.date == "2019-03-05");
  std::string body;
  for (const auto& block : document.blocks)
    if (is_analysed(block.kind)) body += std::string(block.span.of(document.text)) + "\n";
  CHECK_THAT(body, Catch::Contains("The talks of autumn failed because neither side had a pilot of the whole strait with it."));
  CHECK_THAT(body, !Catch::Contains("Journal of the Strait"));
  CHECK_THAT(body, !Catch::Contains("lost in a fire"));
}
