#include <catch2/catch.hpp>
#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/base/unicode.hpp"
#include "text/read_helper.hpp"

using namespace entente;
using namespace entente::testing;
using namespace std::string_literals;

namespace {

// The text "Norland warns Sudland." and a line feed, packed by gzip.
std::string gzip_of_text() {
  return "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xf3\xcb\x2f\xca\x49\xcc\x4b\x51\x28\x4f\x2c\xca\x2b\x56\x08\x2e\x4d\x01\xf1\xf4\xb8\x00\xa2\x3a\xed\xaa\x17\x00\x00\x00"s;
}

}  // namespace

TEST_CASE("every character of the clean text maps to its place in the source", "[text]") {
  const std::string source =
      "Les\u00ADsons of the ef\uFB01cient  \u201Cbloc\u201D\r\nwhich Norland leads with e\u0301lan, and whose many rela-\r\ntions with "
      "others are good ones.\r\n";
  const auto read = read_bytes("a.txt", source);
  REQUIRE(read.documents.size() == 1);
  const auto& document = read.documents[0];
  CHECK(
      document.text ==
      "Lessons of the efficient \u201Cbloc\u201D which Norland leads with \u00E9lan, and whose many relations with others are good ones.");
  const auto original = [&](std::string_view word) {
    const auto at = document.text.find(word);
    const auto span = document.to_source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
    const auto begin = byte_offset(source, span.begin);
    return source.substr(begin, byte_offset(source, span.end) - begin);
  };
  CHECK(original("Lessons") == "Les\u00ADsons");
  CHECK(original("efficient") == "ef\uFB01cient");
  CHECK(original("\u201Cbloc\u201D") == "\u201Cbloc\u201D");
  CHECK(original("\u00E9lan") == "e\u0301lan");
  CHECK(original("relations") == "rela-\r\ntions");
  CHECK(original("good ones.") == "good ones.");
}

TEST_CASE("JSON Lines give one document a record with the fields of the record", "[text]") {
  const auto read = read_bytes("a.jsonl",
                               "{\"id\":\"r1\",\"text\":\"Norland warns Sudland.\",\"title\":\"A "
                               "warning\",\"date\":\"2020-01-02\",\"url\":\"https://example.org/1\"}\n"
                               "\n{\"id\":7,\"text\":\"Sudland \\u201cfears\\u201d Norland.\"}\r\n");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.notes.empty());
  CHECK(read.documents[0].id == "r1");
  CHECK(read.documents[0].title == "A warning");
  CHECK(read.documents[0].date == "2020-01-02");
  CHECK(read.documents[0].url == "https://example.org/1");
  CHECK(read.documents[1].id == "7");
  CHECK(read.documents[1].text == "Sudland \u201Cfears\u201D Norland.");
  CHECK(read.documents[0].sha256 != read.documents[1].sha256);
}

TEST_CASE("a bad record is named by its line and the others are read", "[text]") {
  ReadOptions options;
  options.max_document_size = 1000;
  const auto read = read_bytes(
      "a.jsonl",
      "{\"id\":\"a\",\"text\":\"Norland warns Sudland.\"}\n{\"id\":\"b\",\"text\":\n{\"text\":\"no id\"}\n{\"id\":\"c\",\"text\":\"" +
          std::string(2000, 'x') +
          "\"}\n{\"id\":\"d\",\"text\":\" \"}\n{\"id\":\"e\",\"text\":5}\n\xff\xfe{}\n{\"id\":\"f\",\"text\":\"Sudland answers.\"}\n",
      options);
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[1].id == "f");
  REQUIRE(read.notes.size() == 6);
  for (const auto& note : read.notes) CHECK(note.skipped);
  CHECK_THAT(read.notes[0].source, Catch::EndsWith("a.jsonl:2"));
  CHECK_THAT(read.notes[2].message, Catch::Contains("larger than the limit of 1000"));
  CHECK_THAT(read.notes[3].message, Catch::Contains("empty"));
}

TEST_CASE("gzip is unpacked whatever is in it", "[text]") {
  const auto read = read_bytes("a.txt.gz", gzip_of_text());
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].text == "Norland warns Sudland.");
}

TEST_CASE("broken input is named with its reason and skipped", "[text]") {
  ReadOptions small;
  small.max_document_size = 20;
  const auto reason = [](const std::string& name, const std::string& bytes, const ReadOptions& options = {}) {
    const auto read = read_bytes(name, bytes, options);
    CHECK(read.documents.empty());
    REQUIRE(read.notes.size() == 1);
    CHECK(read.notes[0].skipped);
    CHECK_THAT(read.notes[0].message, Catch::Contains(name));
    return read.notes[0].message;
  };
  CHECK_THAT(reason("empty.txt", ""), Catch::Contains("empty"));
  CHECK_THAT(reason("blank.txt", " \n\t\n"), Catch::Contains("empty"));
  CHECK_THAT(reason("binary.txt",
                    "\x7f"
                    "ELF\2\1\1\0\0\0\0\0"s),
             Catch::Contains("not text"));
  CHECK_THAT(reason("half.pdf", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog"), Catch::Contains("cut off"));
  CHECK_THAT(reason("odd.pdf", "%PDF-1.4\nnothing here\n%%EOF\n"), Catch::Contains("broken PDF"));
  CHECK_THAT(reason("no.pdf", "Norland warns Sudland.", {"pdf", 1000}), Catch::Contains("not a PDF"));
  CHECK_THAT(reason("cut.txt.gz", gzip_of_text().substr(0, 25)), Catch::Contains("broken gzip"));
  CHECK_THAT(reason("bad.txt.gz", gzip_of_text().replace(12, 4, "\xff\xff\xff\xff")), Catch::Contains("broken gzip"));
  CHECK_THAT(reason("large.txt", "Norland warns Sudland.", small), Catch::Contains("larger than the limit of 20"));
  CHECK_THAT(reason("bomb.txt.gz", gzip_of_text(), small), Catch::Contains("when unpacked"));
  CHECK_THAT(reason("scripts.html", "<html><body><script>var x;</script></body></html>"), Catch::Contains("empty"));
}

TEST_CASE("damaged UTF-8 is read, and the note tells how much of it there is and where", "[text]") {
  const auto note = [](const std::string& name, const std::string& bytes) {
    const auto read = read_bytes(name, bytes);
    CHECK(read.documents.size() == 1);
    REQUIRE(read.notes.size() == 1);
    CHECK_FALSE(read.notes[0].skipped);
    CHECK_THAT(read.notes[0].source, Catch::Contains(name));
    return read.notes[0].message;
  };
  const std::string whole = "Norland warns Sudland of Zürich's café.";
  CHECK_THAT(note("cut.txt", whole + "\n\xE2\x80"), Catch::Contains("1 place is not UTF-8, it is at byte 42"));
  CHECK_THAT(note("ascii.txt", "Norland warns Sudland.\n\xC3"), Catch::Contains("it is at byte 23"));
  CHECK_THAT(note("cut.md", "# Norland\n\n" + whole + "\xC3"), Catch::Contains("1 place"));
  std::string many;
  for (int i = 0; i < 10; ++i) many += whole + " ";
  CHECK_THAT(note("two.html", "<p>" + many + "\xC3 \xFF</p>"), Catch::Contains("2 places are not UTF-8, the first is at byte 423"));
}

TEST_CASE("a missing file, a folder and an unknown format are reported", "[text]") {
  const TemporaryFolder folder;
  auto read = read_path(folder.path() / "none.txt");
  REQUIRE(read.notes.size() == 1);
  CHECK_THAT(read.notes[0].message, Catch::Contains("cannot be opened"));
  read = read_path(folder.path());
  REQUIRE(read.notes.size() == 1);
  CHECK_THAT(read.notes[0].message, Catch::Contains("folder"));
  CHECK_THROWS_AS(read_path(folder.path(), {"docx", 1}), UsageError);
}

TEST_CASE("folders are read in order of path, without hidden files and unknown suffixes", "[text]") {
  const TemporaryFolder folder;
  for (const auto* name : {"b.txt", "a/z.md", "a/.hidden.txt", ".git/x.txt", "picture.png", "c.html.gz"}) folder.write(name, "x");
  Diagnostics diagnostics;
  const auto files = expand_inputs({"-", folder.path()}, diagnostics);
  REQUIRE(files.size() == 4);
  CHECK(files[0] == "-");
  CHECK(files[1] == folder.path() / "a/z.md");
  CHECK(files[2] == folder.path() / "b.txt");
  CHECK(files[3] == folder.path() / "c.html.gz");
  CHECK(diagnostics.sorted().size() == 2);
  CHECK(diagnostics.skipped() == 0);
}

TEST_CASE("the id of a document is its path, lexically normal", "[text]") {
  const TemporaryFolder folder;
  folder.write("x/a.txt", "Norland warns Sudland.");
  const auto read = read_path(folder.path() / "x" / ".." / "x" / "." / "a.txt");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].id == (folder.path() / "x/a.txt").generic_string());
}
