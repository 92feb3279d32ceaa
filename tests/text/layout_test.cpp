#include <catch2/catch.hpp>

#include "text/read_helper.hpp"

using entente::testing::blocks_of;
using entente::testing::read_bytes;

TEST_CASE("hyphens at line ends are undone only where the word has none", "[text]") {
  const std::string text =
      "The two neighbours have discussed their bilateral rela-\n"
      "tions for years, and each side now hopes that an anti-\n"
      "Russian coalition will not form in that region, because\n"
      "the long-standing dispute over fishing is still a long-\n"
      "standing matter that neither of the two rela\xC2\xAD\n"
      "tionships can settle without the consent of third par-\n"
      "ties, which a US-\n"
      "led mission would need in the short- and medium-\n"
      "term future.\n";
  CHECK(blocks_of("a.txt", text) ==
        "p: The two neighbours have discussed their bilateral relations for years, and each side now hopes that an anti-Russian "
        "coalition will not form in that region, because the long-standing dispute over fishing is still a long-standing matter that "
        "neither of the two relationships can settle without the consent of third parties, which a US-led mission would need in the "
        "short- and medium-term future.\n");
}

TEST_CASE("a lost hyphen is made good if the document knows the whole word but not its second half", "[text]") {
  const std::string text =
      "The ministry announced the deployment of two ships, and a\n"
      "day later a second deploy\n"
      "ment followed, which policy\n"
      "makers in both of the capitals had not expected to see so\n"
      "soon; other policy makers said so.\n";
  CHECK_THAT(blocks_of("a.txt", text), Catch::Contains("a second deployment followed, which policy makers in both"));
}

TEST_CASE("footnotes and page numbers are taken out of the sentence that they interrupt", "[text]") {
  const std::string text =
      "Norland has refused to ratify the treaty since the election.1 Its\n"
      "parliament, which meets only twice a year, is expected to reject the\n"
      "whole of the agreement because of the pressure of the fishermen and\n"
      "\n"
      "1. Ann Reed, \"The Norland Vote,\" Harbour Review, March 2019, p. 4.\n"
      "\n"
      "- 12 -\n"
      "\f"
      "their unions, who fear the competition of Sudland.2 The government\n"
      "will therefore try to postpone the vote until the autumn session.\n"
      "\n"
      "2. Ibid., p. 9.\n";
  CHECK(blocks_of("a.txt", text) ==
        "p: Norland has refused to ratify the treaty since the election. Its parliament, which meets only twice a year, is expected to "
        "reject the whole of the agreement because of the pressure of the fishermen and their unions, who fear the competition of "
        "Sudland. The government will therefore try to postpone the vote until the autumn session.\n"
        "fn: 1. Ann Reed, \"The Norland Vote,\" Harbour Review, March 2019, p. 4.\n"
        "x: - 12 -\n"
        "fn: 2. Ibid., p. 9.\n");
}

TEST_CASE("numbers that are no footnote marks stay", "[text]") {
  const std::string text = "The 2+2 talks of the G7 cost $5.3 million, said No.5 of the list.12 It grew by 3.5 per cent in 2016.\n";
  CHECK(blocks_of("a.txt", text) == "p: " + text);
}

TEST_CASE("running heads are no part of the text", "[text]") {
  std::string text;
  const std::string topics[] = {"trade", "fish", "borders", "ships"};
  for (int page = 1; page <= 4; ++page) {
    const auto& topic = topics[page - 1];
    text += (page > 1 ? "\f" : "") + std::string("Annual Report ") + std::to_string(page) + "\nOn " + topic +
            " the ministers met again and again, until both sides\nhad grown tired of " + topic + " and of the talks.\n";
  }
  const auto read = read_bytes("a.txt", text);
  REQUIRE(read.documents.size() == 1);
  for (const auto& block : read.documents[0].blocks)
    CHECK((block.kind == entente::BlockKind::boilerplate) == (block.span.of(read.documents[0].text).starts_with("Annual Report")));
}

TEST_CASE("headings without a full stop are blocks of their own", "[text]") {
  const std::string text =
      "What Happened\n\nNorland and Sudland held talks on Monday. They agreed on little.\nWhy It Matters\nThe dispute over the strait has "
      "lasted for twenty years, and no side has moved.\n";
  CHECK(blocks_of("a.txt", text) ==
        "h: What Happened\np: Norland and Sudland held talks on Monday. They agreed on little.\nh: Why It Matters\np: The dispute over the "
        "strait has lasted for twenty years, and no side has moved.\n");
}

TEST_CASE("paragraphs of wrapped text end at short lines", "[text]") {
  const std::string text =
      "My country has always supported the work of this\n"
      "Assembly and will go on to do so in the years that\n"
      "are before us.\n"
      "In the region we see a new danger, which comes from\n"
      "the ships of Norland, and we call on all States to\n"
      "act against it.\n";
  CHECK(blocks_of("a.txt", text) ==
        "p: My country has always supported the work of this Assembly and will go on to do so in the years that are before us.\n"
        "p: In the region we see a new danger, which comes from the ships of Norland, and we call on all States to act against it.\n");
}

TEST_CASE("a short first line is no heading if its sentence goes on", "[text]") {
  const std::string text =
      "My country has always supported the work of the whole\n"
      "Assembly and will go on to do so.\n"
      "Since the adoption of the Great\n"
      "Charter by all of the member States a decade ago, the\n"
      "region has seen no war at all, and every one of its\n"
      "peoples has had its share in the wealth that peace has\n"
      "brought to all of us.\n"
      "24\n"
      "\n"
      "We are glad of that and say so once again.\n";
  CHECK_THAT(blocks_of("a.txt", text), Catch::Contains("p: Since the adoption of the Great Charter by all"));
  CHECK_THAT(blocks_of("a.txt", text), Catch::Contains("x: 24\n"));
}

TEST_CASE("a long paragraph cut in the middle of a sentence goes on in the next line", "[text]") {
  const std::string half =
      "We have removed the shadow of war from the strait, and together with our neighbours we will now build a lasting peace, for which "
      "we ask the help of all of the States that are members of this Assembly, and first of all that of the United";
  CHECK(blocks_of("a.txt", half + "\nRepublics of the North, with whom we have been friends for so many years.\n") ==
        "p: " + half + " Republics of the North, with whom we have been friends for so many years.\n");
}

TEST_CASE("title, author and date are found in the first lines", "[text]") {
  const auto read =
      read_bytes("a.txt",
                 "Norland Turns to Sudland\n\nBy Ann Reed\n\nHarbour Review, March 4, 2019\n\nThe government of Norland has turned to its "
                 "southern neighbour for help.\n\nAnn Reed is a professor of history.\n\nCopyright © 2019 Harbour Review\n");
  REQUIRE(read.documents.size() == 1);
  const auto& document = read.documents[0];
  CHECK(document.title == "Norland Turns to Sudland");
  CHECK(document.author == "Ann Reed");
  CHECK(document.date == "2019-03-04");
  CHECK(document.blocks.back().kind == entente::BlockKind::boilerplate);
}
