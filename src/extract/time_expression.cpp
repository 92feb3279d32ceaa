#include "entente/extract/time_expression.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "extract/english_words.hpp"

namespace entente {

namespace {

namespace chr = std::chrono;

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

std::optional<int> number(std::string_view word) {
  int value = 0;
  while (!word.empty() && (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") || word.ends_with("th")) &&
         word.front() >= '0' && word.front() <= '9')
    word.remove_suffix(2);
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return value;
}

/// What the document's date says; parts that it leaves open are 0.
struct Today {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;

  explicit Today(std::string_view iso) {
    if (iso.size() >= 4) year = number(iso.substr(0, 4)).value_or(0);
    if (iso.size() >= 7) month = static_cast<unsigned>(number(iso.substr(5, 2)).value_or(0));
    if (iso.size() >= 10) day = static_cast<unsigned>(number(iso.substr(8, 2)).value_or(0));
  }
  std::optional<chr::sys_days> date() const {
    if (year == 0 || month == 0 || day == 0) return std::nullopt;
    return chr::sys_days{chr::year{year} / static_cast<int>(month) / static_cast<int>(day)};
  }
};

std::string iso(chr::sys_days day) {
  const chr::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

class Finder {
 public:
  Finder(const ParsedSentence& sentence, std::string_view text, std::string_view date) : today_(date) {
    for (const auto& token : sentence.tokens) {
      written_.emplace_back(token.span.of(text));
      words_.push_back(to_lower(written_.back()));
    }
  }

  std::vector<TimeExpression> run() {
    std::vector<TimeExpression> found;
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t end = i;
      std::string value = calendar_date(i, end);
      if (value.empty()) value = relative_date(i, end);
      if (value.empty()) {
        ++i;
        continue;
      }
      found.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end), value});
      i = end;
    }
    return found;
  }

 private:
  std::string_view at(std::size_t i) const { return i < words_.size() ? std::string_view(words_[i]) : std::string_view(); }

  /// 1 to 12, or 0; "may" and "march" only where they are written with a capital.
  int month(std::size_t i) const {
    for (std::size_t m = 0; m < kMonths.size(); ++m) {
      const bool abbreviated = words_.size() > i && words_[i].size() >= 3 && words_[i].size() <= 5 && words_[i].back() == '.' &&
                               kMonths[m].starts_with(std::string_view(words_[i]).substr(0, words_[i].size() - 1));
      if ((at(i) == kMonths[m] || abbreviated) && written_[i][0] <= 'Z') return static_cast<int>(m) + 1;
    }
    return 0;
  }

  std::optional<int> year(std::size_t i) const {
    const auto value = at(i).size() == 4 ? number(at(i)) : std::nullopt;
    return value && *value >= 1500 && *value <= 2199 ? value : std::nullopt;
  }

  std::optional<int> day(std::size_t i) const {
    const auto value = number(at(i));
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }

  /// Year of a month named alone: the last one not after the document's month, or the document's own year.
  int year_of(int m, std::size_t i) const {
    if (today_.year == 0) return 0;
    if (i > 0 && at(i - 1) == "last") return static_cast<unsigned>(m) >= today_.month ? today_.year - 1 : today_.year;
    return today_.month != 0 && static_cast<unsigned>(m) > today_.month + 6 ? today_.year - 1 : today_.year;
  }

  std::string month_date(std::size_t i, std::size_t& end, int m, std::optional<int> d) const {
    std::optional<int> y;
    if (const auto after = at(end) == "," ? end + 1 : end; year(after)) {
      y = year(after);
      end = after + 1;
    }
    const int value = y.value_or(year_of(m, i));
    if (value == 0) return {};
    return d ? fmt::format("{:04}-{:02}-{:02}", value, m, *d) : fmt::format("{:04}-{:02}", value, m);
  }

  std::string calendar_date(std::size_t i, std::size_t& end) const {
    if (const auto d = day(i); d && i + 1 < words_.size()) {
      const auto of = at(i + 1) == "of" ? i + 2 : i + 1;
      if (of < words_.size() && month(of) != 0) {
        end = of + 1;
        return month_date(i, end, month(of), d);
      }
    }
    if (const int m = month(i); m != 0) {
      end = i + 1;
      auto d = year(end) ? std::nullopt : day(end);
      if (d) ++end;
      return month_date(i, end, m, d);
    }
    if (const auto y = year(i); y && i > 0) {
      static constexpr std::array<std::string_view, 14> kBefore = {"in",  "since", "by",   "until", "of", "during", "from",
                                                                   "and", "early", "late", "mid",   "to", "after",  "before"};
      for (const auto word : kBefore)
        if (at(i - 1) == word) {
          end = i + 1;
          return fmt::format("{:04}", *y);
        }
    }
    return {};
  }

  std::string relative_date(std::size_t i, std::size_t& end) const {
    const auto now = today_.date();
    end = i + 1;
    if (now && at(i) == "yesterday") return iso(*now - chr::days{1});
    if (now && at(i) == "today") return iso(*now);
    if (now && at(i) == "tomorrow") return iso(*now + chr::days{1});
    if (now && written_[i][0] <= 'Z')
      for (unsigned w = 0; w < kWeekdays.size(); ++w)
        if (at(i) == kWeekdays[w]) {
          const auto back = (chr::weekday{*now}.c_encoding() + 7 - w) % 7;
          return iso(*now - chr::days{back});
        }
    const int shift = at(i) == "last" ? -1 : at(i) == "next" ? 1 : 0;
    if (shift == 0 && at(i) != "this") return {};
    end = i + 2;
    if (today_.year != 0 && at(i + 1) == "year") return fmt::format("{:04}", today_.year + shift);
    if (today_.month != 0 && at(i + 1) == "month") {
      const auto month = chr::year{today_.year} / static_cast<int>(today_.month) + chr::months{shift};
      return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
    }
    return {};
  }

  Today today_;
  std::vector<std::string_view> written_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<TimeExpression> find_time_expressions(const ParsedSentence& sentence, std::string_view text, std::string_view document_date) {
  return Finder(sentence, text, document_date).run();
}

}  // namespace entente
