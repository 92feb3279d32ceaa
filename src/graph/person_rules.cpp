#include <fmt/format.h>

#include <map>
#include <set>

#include "entente/base/unicode.hpp"
#include "graph/name_key.hpp"
#include "graph/resolution.hpp"

namespace entente {

namespace {

struct Person {
  const ClusterView* view;
  PersonName name;
};

/// Full names by family name; their given names are not empty.
using Families = std::map<std::string, std::vector<const Person*>>;

std::string document_of(const Person& person, const std::vector<DocumentGraph>& documents) {
  return documents[person.view->best->first_document].document.id;
}

std::string middle_initials(const PersonName& name) {
  std::string initials;
  for (std::size_t i = 1; i < name.given.size(); ++i) initials += name.given[i].substr(0, sequence_length(name.given[i].front()));
  return loose(initials);
}

bool is_initial(const std::string& word) { return count_code_points(word) == 1; }

std::string initial(const std::string& word) { return loose(word.substr(0, sequence_length(word.front()))); }

/// Joins persons of one family and first name; a name without middle names joins only if the others agree on theirs.
void join_first_name(Clusters& clusters, const std::vector<const Person*>& persons, const std::vector<DocumentGraph>& documents) {
  std::map<std::string, const Person*> first_with;
  for (const auto* person : persons) first_with.emplace(middle_initials(person->name), person);
  const bool one = first_with.size() - first_with.count("") <= 1;
  for (const auto* person : persons) {
    const auto* first = one ? persons.front() : first_with.at(middle_initials(person->name));
    if (person == first) continue;
    const auto reason = fmt::format("\"{}\" in {} is a variant of \"{}\"", person->view->best->label, document_of(*person, documents),
                                    first->view->best->label);
    clusters.join(person->view->root, first->view->root, reason);
  }
}

void join_family(Clusters& clusters, const std::vector<const Person*>& persons, const std::vector<DocumentGraph>& documents) {
  std::map<std::string, std::vector<const Person*>> by_first_name;
  for (const auto* person : persons)
    if (!is_initial(person->name.given.front())) by_first_name[loose(person->name.given.front())].push_back(person);
  for (const auto& [first_name, namesakes] : by_first_name) join_first_name(clusters, namesakes, documents);
  for (const auto* person : persons) {
    if (!is_initial(person->name.given.front())) continue;
    std::map<std::uint32_t, const Person*> candidates;
    for (const auto& [first_name, namesakes] : by_first_name)
      if (initial(first_name) == initial(person->name.given.front()))
        for (const auto* other : namesakes) candidates.emplace(clusters.root(other->view->root), other);
    if (candidates.size() != 1) continue;
    const auto& full = *candidates.begin()->second;
    const auto reason = fmt::format("initials of {} in {}", full.view->best->label, document_of(full, documents));
    clusters.join(person->view->root, full.view->root, reason, true);
  }
}

/// The one person among `persons`, null if there are several or none.
const Person* only_one(const Clusters& clusters, const Families& families, const std::string& name) {
  const auto at = families.find(name);
  if (at == families.end()) return nullptr;
  std::set<std::uint32_t> roots;
  for (const auto* person : at->second) roots.insert(clusters.root(person->view->root));
  return roots.size() == 1 ? at->second.front() : nullptr;
}

std::vector<Person> persons_of(const std::vector<ClusterView>& views) {
  std::vector<Person> persons;
  for (const auto& view : views) {
    if (view.type != "Person" || view.best->label.size() > 200) continue;
    auto name = person_name(view.best->label);
    if (!name.family.empty()) persons.push_back({&view, std::move(name)});
  }
  return persons;
}

}  // namespace

void join_person_names(Clusters& clusters, const std::vector<DocumentGraph>& documents) {
  const auto views = clusters.view();
  const auto persons = persons_of(views);
  Families last_words, first_words;
  for (const auto& person : persons) {
    if (person.name.given.empty()) continue;
    last_words[loose(person.name.family)].push_back(&person);
    first_words[loose(person.name.given.front())].push_back(&person);
  }
  for (const auto& [family, members] : last_words) join_family(clusters, members, documents);
  for (const auto& person : persons) {
    if (!person.name.given.empty()) continue;
    const auto name = loose(person.name.family);
    const auto* full = only_one(clusters, last_words, name);
    if (full == nullptr && !last_words.contains(name) && is_family_first(person.name.family)) full = only_one(clusters, first_words, name);
    if (full == nullptr) continue;
    const auto reason = fmt::format("surname of {} in {}", full->view->best->label, document_of(*full, documents));
    clusters.join(person.view->root, full->view->root, reason, true);
  }
}

}  // namespace entente
