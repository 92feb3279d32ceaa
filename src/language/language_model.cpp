#include "entente/language/language_model.hpp"

#include <algorithm>
#include <limits>

#include "entente/language/names.hpp"
#include "language/antecedent_head.hpp"
#include "language/encoder.hpp"
#include "language/lemmas.hpp"
#include "language/mention_head.hpp"
#include "language/model_file.hpp"
#include "language/relation_head.hpp"
#include "language/tree_decoding.hpp"
#include "language/windows.hpp"
#include "language/word_heads.hpp"

namespace entente {

namespace {

constexpr std::size_t kRowsAtOnce = 256;  // pieces of consecutive windows that are encoded together

/// Chunks of one sentence, in order.
std::vector<WordRange> chunks_of(const EncodedDocument& document, std::uint32_t sentence) {
  const auto range = std::equal_range(document.chunks.begin(), document.chunks.end(), WordRange{sentence, 0, 0},
                                      [](const auto& a, const auto& b) { return a.sentence < b.sentence; });
  return {range.first, range.second};
}

}  // namespace

struct LanguageModel::Impl {
  explicit Impl(const std::filesystem::path& path)
      : file(path),
        kernels(best_kernels()),
        name("model:" + file.header().name),
        pieces(file.header().pieces, file.config("max_pieces")),
        encoder(file),
        words(file),
        mentions(file),
        antecedents(file),
        relations(file),
        lemmas(file.labels("lemma"), file.header().lemmas) {
    const auto& labels = file.labels("deprel");
    root = static_cast<std::uint32_t>(std::find(labels.begin(), labels.end(), "root") - labels.begin());
    if (file.config("max_window") > encoder.window() || file.config("max_window") <= file.config("max_pieces") + 2)
      file.fail("has windows longer than its positions, or too short for a word");
  }

  const float* word_vector(const EncodedDocument& document, std::uint32_t sentence, std::uint32_t word) const {
    return document.vectors.data() + (document.first_word[sentence] + std::size_t{word}) * encoder.hidden();
  }

  /// First and last word of a mention, one vector after the other.
  void append_ends(const EncodedDocument& document, const WordRange& words_of_mention, std::vector<float>& vectors) const {
    for (const auto word : {words_of_mention.first, words_of_mention.last - 1}) {
      const auto* vector = word_vector(document, words_of_mention.sentence, word);
      vectors.insert(vectors.end(), vector, vector + encoder.hidden());
    }
  }

  void encode(const Windows& windows, std::size_t first, std::size_t last, std::size_t first_word, std::size_t last_word,
              EncodedDocument& document) const;
  void tag(const WordScores& scores, std::size_t word, const std::string& text, Token& token) const;
  void parse(const std::string& text, const std::vector<Chunk>& chunks, std::size_t first, std::size_t last,
             EncodedDocument& document) const;
  std::uint32_t best_label(const float* logits, bool is_root) const;

  ModelFile file;
  const Kernels& kernels;
  std::string name;
  WordPieces pieces;
  Encoder encoder;
  WordHeads words;
  MentionHead mentions;
  AntecedentHead antecedents;
  RelationHead relations;
  Lemmas lemmas;
  std::uint32_t root = 0;
};

void LanguageModel::Impl::encode(const Windows& windows, std::size_t first, std::size_t last, std::size_t first_word, std::size_t last_word,
                                 EncodedDocument& document) const {
  const auto rows = encoder.encode(kernels, windows, first, last);
  for (auto word = first_word; word < last_word; ++word) {
    const auto row = windows.word_row[word] - windows.begin[first];
    std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(row * encoder.hidden()), encoder.hidden(),
                document.vectors.begin() + static_cast<std::ptrdiff_t>(word * encoder.hidden()));
  }
}

void LanguageModel::Impl::tag(const WordScores& scores, std::size_t word, const std::string& text, Token& token) const {
  const auto label = [&](TagKind kind, const char* labels) -> const std::string& {
    return file.labels(labels)[words.best_tag(scores, kind, word)];
  };
  token.upos = label(TagKind::upos, "upos");
  token.xpos = label(TagKind::xpos, "xpos");
  const auto& feats = label(TagKind::feats, "feats");
  token.feats = feats == "_" ? "" : feats;
  const auto& named = label(TagKind::name, "ner");
  token.name = named == "O" ? "" : named;
  token.lemma = lemmas.lemma(token.span.of(text), token.upos, token.xpos, words.best_tag(scores, TagKind::lemma, word));
}

std::uint32_t LanguageModel::Impl::best_label(const float* logits, bool is_root) const {
  if (is_root) return root;
  std::uint32_t best = root == 0 ? 1 : 0;
  for (std::uint32_t label = 0; label < words.labels(); ++label)
    if (label != root && logits[label] > logits[best]) best = label;
  return best;
}

void LanguageModel::Impl::parse(const std::string& text, const std::vector<Chunk>& chunks, std::size_t first, std::size_t last,
                                EncodedDocument& document) const {
  const auto word_of = [&](const Chunk& chunk) { return document.first_word[chunk.sentence] + chunk.first; };
  const auto begin = word_of(chunks[first]);
  const auto end = word_of(chunks[last - 1]) + chunks[last - 1].last - chunks[last - 1].first;
  const auto scores = words.score(kernels, document.vectors.data() + begin * encoder.hidden(), end - begin);
  std::vector<std::uint32_t> heads;  // among the words of this call
  for (auto c = first; c < last; ++c) {
    const auto offset = word_of(chunks[c]) - begin;
    const auto count = chunks[c].last - chunks[c].first;
    for (const auto head : decode_tree(words.arcs(kernels, scores, offset, offset + count), count))
      heads.push_back(head == 0 ? 0 : head + offset);
  }
  const auto logits = words.label_logits(kernels, scores, heads);
  std::size_t word = 0;
  for (auto c = first; c < last; ++c) {
    auto& tokens = document.sentences[chunks[c].sentence].tokens;
    const auto shift = word_of(chunks[c]) - begin - chunks[c].first;
    for (auto i = chunks[c].first; i < chunks[c].last; ++i, ++word) {
      tag(scores, word, text, tokens[i]);
      tokens[i].head = heads[word] == 0 ? 0 : heads[word] - shift;
      tokens[i].deprel = file.labels("deprel")[best_label(logits.data() + word * words.labels(), heads[word] == 0)];
    }
    if (chunks[c].last == tokens.size()) mend_names(tokens);
  }
}

LanguageModel::LanguageModel(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}
LanguageModel::~LanguageModel() = default;
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;

const std::vector<std::string>& LanguageModel::types() const { return impl_->file.labels("types"); }
const std::vector<std::string>& LanguageModel::relations() const { return impl_->file.labels("relations"); }
const std::string& LanguageModel::name() const { return impl_->name; }
float LanguageModel::threshold(std::uint32_t relation) const { return impl_->relations.threshold(relation); }

namespace {

/// Sentences without analysis, with the places of their words.
EncodedDocument unparsed(const std::vector<Sentence>& sentences, const Windows& windows, std::size_t hidden) {
  EncodedDocument document;
  document.first_word = windows.first_word;
  document.vectors.resize(windows.word_row.size() * hidden);
  document.window.resize(sentences.size());
  for (const auto& sentence : sentences) {
    auto& parsed = document.sentences.emplace_back();
    parsed.span = sentence.span;
    parsed.block = sentence.block;
    parsed.section = sentence.section;
    parsed.tokens.resize(sentence.words.size());
    for (std::size_t i = 0; i < sentence.words.size(); ++i) parsed.tokens[i].span = sentence.words[i];
  }
  for (auto chunk = windows.chunks.rbegin(); chunk != windows.chunks.rend(); ++chunk) document.window[chunk->sentence] = chunk->window;
  for (const auto& chunk : windows.chunks) document.chunks.push_back({chunk.sentence, chunk.first, chunk.last});
  return document;
}

/// Makes one tree of a sentence that was parsed in parts: the roots of later parts hang on the first.
void join_parts(ParsedSentence& sentence) {
  std::uint32_t root = 0;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    auto& token = sentence.tokens[i];
    if (token.head != 0) continue;
    if (root == 0) {
      root = i + 1;
    } else {
      token.head = root;
      token.deprel = "parataxis";
    }
  }
}

}  // namespace

EncodedDocument LanguageModel::analyse(const std::string& text, const std::vector<Sentence>& sentences) const {
  const auto windows = make_windows(text, sentences, impl_->pieces, impl_->file.config("max_window"));
  auto document = unparsed(sentences, windows, impl_->encoder.hidden());
  const auto count = windows.begin.size() - 1;
  std::size_t chunk = 0;
  for (std::size_t first = 0; first < count;) {
    auto last = first + 1;
    while (last < count && windows.begin[last + 1] - windows.begin[first] <= kRowsAtOnce) ++last;
    const auto first_chunk = chunk;
    const auto first_word = windows.first_word[windows.chunks[chunk].sentence] + windows.chunks[chunk].first;
    auto last_word = first_word;
    for (; chunk < windows.chunks.size() && windows.chunks[chunk].window < last; ++chunk)
      last_word += windows.chunks[chunk].last - windows.chunks[chunk].first;
    impl_->encode(windows, first, last, first_word, last_word, document);
    impl_->parse(text, windows.chunks, first_chunk, chunk, document);
    first = last;
  }
  for (auto& sentence : document.sentences) join_parts(sentence);
  return document;
}

std::vector<ScoredMention> LanguageModel::mentions(const EncodedDocument& document, std::uint32_t sentence, float least) const {
  std::vector<ScoredMention> all;
  for (const auto& chunk : chunks_of(document, sentence)) {
    const auto found = impl_->mentions.mentions(impl_->kernels, impl_->word_vector(document, sentence, chunk.first),
                                                chunk.last - chunk.first, sentence, chunk.first, least);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

std::vector<float> LanguageModel::antecedents(const EncodedDocument& document, const std::vector<WordRange>& mentions,
                                              std::uint32_t anaphor, const std::vector<std::uint32_t>& candidates) const {
  std::vector<float> vectors;
  impl_->append_ends(document, mentions[anaphor], vectors);
  for (const auto candidate : candidates) impl_->append_ends(document, mentions[candidate], vectors);
  return impl_->antecedents.scores(impl_->kernels, vectors.data(), mentions, anaphor, candidates);
}

std::vector<ScoredRelation> LanguageModel::relations(const EncodedDocument& document, std::uint32_t sentence,
                                                     const std::vector<TypedRange>& mentions, const std::vector<WordRange>& speakers,
                                                     float slack) const {
  std::vector<float> voices;
  for (const auto& mention : mentions) impl_->append_ends(document, mention.words, voices);
  for (const auto& speaker : speakers) impl_->append_ends(document, speaker, voices);
  std::vector<ScoredRelation> all;
  for (const auto& chunk : chunks_of(document, sentence)) {
    PairInput input;
    input.words = impl_->word_vector(document, sentence, chunk.first);
    input.count = chunk.last - chunk.first;
    std::vector<std::uint32_t> number;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      auto range = mentions[i];
      if (range.words.first < chunk.first || range.words.last > chunk.last) continue;
      impl_->append_ends(document, range.words, input.mention_vectors);
      range.words.first -= chunk.first;
      range.words.last -= chunk.first;
      input.mentions.push_back(range);
      number.push_back(i);
    }
    for (auto relation : impl_->relations.relations(impl_->kernels, input, voices, slack)) {
      relation.source = number[relation.source];
      relation.target = number[relation.target];
      relation.trigger = {sentence, relation.trigger.first + chunk.first, relation.trigger.last + chunk.first};
      all.push_back(relation);
    }
  }
  return all;
}

}  // namespace entente
