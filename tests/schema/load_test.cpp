#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "entente/base/error.hpp"
#include "entente/schema/schema.hpp"

using namespace entente;

namespace {

namespace fs = std::filesystem;

// A folder of schema files that is removed at the end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("entente-schema-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder& put(const std::string& name, const std::string& text) {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
    return *this;
  }
  std::string error() const {
    const auto found = check_schema(path_);
    return found.empty() ? "none" : found.front();
  }
  Schema load() const { return load_schema({path_}); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("the built-in schema has the ontology's types and relations", "[schema]") {
  const auto schema = load_schema();
  CHECK(schema.types.size() == 11);
  CHECK(schema.relations.size() == 37);
  const auto* opposes = schema.find_relation("opposes");
  REQUIRE(opposes != nullptr);
  CHECK(opposes->family == "conflict");
  CHECK(opposes->plover == "REJECT");
  CHECK(opposes->inverse_label == "is opposed by");
  CHECK(schema.find_relation("consults_with")->symmetric);
  CHECK(schema.allows(*opposes, "State", "WeaponSystem"));
  CHECK_FALSE(schema.allows(*opposes, "Agreement", "State"));
}

TEST_CASE("states have the Wikidata items of their governments' countries", "[schema]") {
  const auto schema = load_schema();
  const std::pair<const char*, const char*> known[] = {{"japan", "Q17"},  {"russia", "Q159"},      {"united-states", "Q30"},
                                                       {"china", "Q148"}, {"north-korea", "Q423"}, {"georgia", "Q230"}};
  for (const auto& [id, item] : known) {
    REQUIRE(schema.find_entry(id) != nullptr);
    CHECK(schema.find_entry(id)->wikidata == item);
  }
  CHECK(schema.find_entry("atlantis") == nullptr);
}

TEST_CASE("no two entries of the built-in gazetteer share a Wikidata item", "[schema]") {
  std::set<std::string> items;
  for (const auto& entry : load_schema().gazetteer)
    if (!entry.wikidata.empty()) {
      INFO(entry.id);
      CHECK(items.insert(entry.wikidata).second);
    }
}

TEST_CASE("a misspelt key is named with its place and the near one", "[schema]") {
  Folder folder;
  folder.put("relations.json",
             "{\"extends\": true, \"relations\": [\n  {\"name\": \"sues\", \"family\": \"conflict\", \"inverse_lable\": \"x\"}]}");
  CHECK_THAT(folder.error(),
             Catch::Contains("relations.json:2:42: there is no key \"inverse_lable\" here (did you mean \"inverse_label\"?)"));
  CHECK_THAT(folder.error(), Catch::Contains("relations.json:2:3: this object lacks \"description\""));
}

TEST_CASE("references to what does not exist are errors with their place", "[schema]") {
  CHECK_THAT(
      Folder()
          .put("lexicon/x.json",
               "{\"frames\": [{\"lemma\":\"sue\",\"class\":\"verb\",\"relation\":\"sues\",\"source\":[\"subj\"],\"target\":[\"obj\"]}]}")
          .error(),
      Catch::Contains("x.json:1:54: there is no relation \"sues\""));
  CHECK_THAT(Folder().put("gazetteer/x.json", "{\"entries\": [{\"id\":\"a\",\"label\":\"A\",\"type\":\"Planet\"}]}").error(),
             Catch::Contains("there is no node type \"Planet\""));
  CHECK_THAT(
      Folder().put("gazetteer/x.json", "{\"entries\": [{\"id\":\"a\",\"label\":\"A\",\"type\":\"State\",\"part_of\":\"b\"}]}").error(),
      Catch::Contains("the entry \"a\" refers to \"b\", which is no entry"));
  CHECK_THAT(
      Folder()
          .put("gazetteer/x.json",
               "{\"entries\": [{\"id\":\"a\",\"label\":\"A\",\"type\":\"State\"},{\"id\":\"a\",\"label\":\"B\",\"type\":\"State\"}]}")
          .error(),
      Catch::Contains("\"a\" is defined a second time"));
  CHECK_THAT(Folder().put("types.json", "{\"types\": [").error(), Catch::Contains("types.json:1:12: is no JSON"));
  CHECK_THAT(check_schema("/nowhere").front(), Catch::Contains("/nowhere: is no folder"));
}

TEST_CASE("an overlay adds rows, replaces rows of equal name and keeps the rest", "[schema]") {
  Folder folder;
  folder
      .put("relations.json",
           "{\"extends\": true, \"relations\": [{\"name\": \"opposes\", \"family\": \"conflict\", \"inverse_label\": \"i\", "
           "\"description\": \"d\"}]}")
      .put("gazetteer/own.json", "{\"entries\": [{\"id\":\"japan\",\"label\":\"Nippon\",\"type\":\"State\"}]}");
  const auto schema = folder.load();
  CHECK(schema.relations.size() == 37);
  CHECK(schema.find_relation("opposes")->inverse_label == "i");
  CHECK(schema.find_entry("japan")->label == "Nippon");
  CHECK(schema.find_entry("russia") != nullptr);
}

TEST_CASE("a standalone schema drops what is below it but the words of English", "[schema]") {
  Folder folder;
  folder.put("schema.json", "{\"name\": \"companies\", \"standalone\": true}")
      .put("types.json", "{\"types\": [{\"name\": \"Company\", \"description\": \"d\"}]}")
      .put("relations.json",
           "{\"relations\": [{\"name\": \"sues\", \"family\": \"conflict\", \"inverse_label\": \"i\", \"description\": \"d\"}]}");
  const auto schema = folder.load();
  CHECK(schema.name == "companies");
  CHECK(schema.types.size() == 1);
  CHECK(schema.relations.size() == 1);
  CHECK(schema.frames.empty());
  CHECK(schema.gazetteer.empty());
}
