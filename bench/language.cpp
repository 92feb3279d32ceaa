// Words a second and peak memory of each stage, and the share of the machine's integer arithmetic that the encoder reaches.
//
//   bench_language [--model FILE] [--seconds S] [DOCUMENT]…
//
// CPU figures are words a second of processor time, so that other programs on the machine disturb them less.
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/extract/confidence.hpp"
#include "entente/extract/document_reader.hpp"
#include "entente/language/language_model.hpp"
#include "entente/schema/schema.hpp"
#include "entente/text/readers.hpp"
#include "language/encoder.hpp"
#include "language/windows.hpp"

namespace {

using namespace entente;

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wall_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// What is measured over: documents, split and analysed.
struct Texts {
  std::vector<Document> documents;
  std::vector<std::vector<Sentence>> sentences;
  std::vector<EncodedDocument> encoded;
  double words = 0;
};

/// Processor seconds of one run of `work` over all documents, repeated for `least` seconds.
double seconds_of(const Texts& texts, double least, const std::function<void(std::size_t)>& work) {
  const auto start = thread_seconds();
  double runs = 0;
  do {
    for (std::size_t i = 0; i < texts.documents.size(); ++i) work(i);
    ++runs;
  } while (thread_seconds() - start < least);
  return (thread_seconds() - start) / runs;
}

/// Words a second of wall time when `threads` threads each work on all documents.
double parallel_speed(const Texts& texts, unsigned threads, const std::function<void(std::size_t)>& work) {
  const auto start = wall_seconds();
  std::vector<std::thread> pool;
  for (unsigned t = 0; t < threads; ++t)
    pool.emplace_back([&] {
      for (std::size_t i = 0; i < texts.documents.size(); ++i) work(i);
    });
  for (auto& thread : pool) thread.join();
  return threads * texts.words / (wall_seconds() - start);
}

/// Multiply-adds a second of the integer product alone.
double peak_product(const Kernels& kernels, double least) {
  constexpr std::size_t kRows = 64;
  constexpr std::size_t kInputs = 384;
  constexpr std::size_t kOutputs = 384;
  std::vector<std::int8_t> weights(kInputs * kOutputs);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<std::int8_t>(static_cast<int>(i * 7919 % 61) - 30);
  const std::vector<float> scales(kOutputs, 1.0F);
  PackedMatrix matrix;
  matrix.add(Tensor{{kOutputs, kInputs}, nullptr, weights.data(), scales.data()}, nullptr);
  std::vector<float> in(kRows * kInputs);
  for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<float>(i % 255) - 127.0F;
  QuantisedRows rows;
  rows.assign(kernels, in.data(), kRows, kInputs, kInputs);
  std::vector<float> out(kRows * kOutputs);
  const auto start = thread_seconds();
  double runs = 0;
  do {
    for (int i = 0; i < 50; ++i) matrix.multiply(kernels, rows, out.data());
    runs += 50;
  } while (thread_seconds() - start < least);
  return runs * kRows * kInputs * kOutputs / (thread_seconds() - start);
}

/// Mentions of a sentence as the pair scorer takes them.
std::vector<TypedRange> typed(const std::vector<ScoredMention>& mentions) {
  std::vector<TypedRange> ranges;
  for (const auto& mention : mentions) ranges.push_back({mention.words, mention.type});
  return ranges;
}

struct Options {
  std::filesystem::path model = data_folder("models") / "english.bin";
  double seconds = 2;
  std::vector<std::filesystem::path> documents;
};

Options parse_arguments(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--model" && i + 1 < argc)
      options.model = argv[++i];
    else if (argument == "--seconds" && i + 1 < argc)
      options.seconds = std::strtod(argv[++i], nullptr);
    else
      options.documents.emplace_back(argument);
  }
  if (options.documents.empty()) options.documents.emplace_back(data_folder("examples"));
  return options;
}

Texts read_texts(const Options& options, const LanguageModel& model) {
  Texts texts;
  Diagnostics diagnostics;
  for (const auto& path : expand_inputs(options.documents, diagnostics))
    read_documents(path, {}, diagnostics, [&](Document&& document) { texts.documents.push_back(std::move(document)); });
  for (const auto& document : texts.documents) {
    texts.sentences.push_back(split_sentences(document));
    texts.encoded.push_back(model.analyse(document.text, texts.sentences.back()));
    for (const auto& sentence : texts.sentences.back()) texts.words += static_cast<double>(sentence.words.size());
  }
  return texts;
}

struct Stage {
  const char* name;
  std::function<void(std::size_t)> work;
};

void measure_stages(const Texts& texts, const std::vector<Stage>& stages, double seconds) {
  fmt::print("{:<28} {:>12} {:>14} {:>15} {:>9}\n", "stage", "words/s CPU", "words/s 1 thr.", "words/s 2 thr.", "peak MB");
  for (const auto& stage : stages) {
    const auto cpu = seconds_of(texts, seconds, stage.work);
    fmt::print("{:<28} {:>12.0f} {:>14.0f} {:>15.0f} {:>9.1f}\n", stage.name, texts.words / cpu, parallel_speed(texts, 1, stage.work),
               parallel_speed(texts, 2, stage.work), peak_megabytes());
    std::fflush(stdout);
  }
}

/// Multiply-adds of the encoder a word.
double work_a_word(const ModelFile& file, double pieces_a_word) {
  const double hidden = file.config("hidden");
  return pieces_a_word * file.config("layers") * (4 * hidden * hidden + 2 * hidden * file.config("ffn"));
}

int run(const Options& options) {
  const auto before = thread_seconds();
  const LanguageModel model(options.model);
  fmt::print("model loaded in {:.0f} ms of CPU; {:.1f} MB\n", 1000 * (thread_seconds() - before), peak_megabytes());
  const ModelFile file(options.model);
  const WordPieces pieces(file.header().pieces, file.config("max_pieces"));
  const Encoder encoder(file);
  const auto texts = read_texts(options, model);
  std::vector<Windows> windows;
  double rows = 0;
  for (std::size_t i = 0; i < texts.documents.size(); ++i) {
    windows.push_back(make_windows(texts.documents[i].text, texts.sentences[i], pieces, file.config("max_window")));
    rows += windows.back().begin.back();
  }
  fmt::print("{} documents, {:.0f} words, {:.2f} pieces a word\n", texts.documents.size(), texts.words, rows / texts.words);
  const auto encode = [&](std::size_t i) {
    for (std::size_t w = 0; w + 1 < windows[i].begin.size(); ++w) encoder.encode(best_kernels(), windows[i], w, w + 1);
  };
  const Schema schema = load_schema();
  const ConfidenceModel confidence(data_folder("models") / "confidence.json");
  const DocumentReader reader(schema, model, confidence);
  const auto mentions = [&](std::size_t i) {
    for (std::uint32_t s = 0; s < texts.encoded[i].sentences.size(); ++s) model.mentions(texts.encoded[i], s, 0.35F);
  };
  const auto relations = [&](std::size_t i) {
    for (std::uint32_t s = 0; s < texts.encoded[i].sentences.size(); ++s)
      model.relations(texts.encoded[i], s, typed(model.mentions(texts.encoded[i], s, 0.35F)), {});
  };
  measure_stages(texts,
                 {{"split sentences and words", [&](std::size_t i) { split_sentences(texts.documents[i]); }},
                  {"cut into pieces and windows",
                   [&](std::size_t i) { make_windows(texts.documents[i].text, texts.sentences[i], pieces, file.config("max_window")); }},
                  {"encode", encode},
                  {"encode, tag, parse", [&](std::size_t i) { model.analyse(texts.documents[i].text, texts.sentences[i]); }},
                  {"mentions", mentions},
                  {"mentions and relations", relations},
                  {"document to assertions",
                   [&](std::size_t i) {
                     Diagnostics diagnostics;
                     reader.read(texts.documents[i], diagnostics);
                   }}},
                 options.seconds);
  const auto work = work_a_word(file, rows / texts.words);
  const auto speed = texts.words / seconds_of(texts, options.seconds, encode);
  for (const auto* kernels : available_kernels()) {
    const auto peak = peak_product(*kernels, kernels == available_kernels().front() ? 0.1 : options.seconds);
    fmt::print("integer product, {}: {:.1f} G multiply-adds/s\n", kernels->name, peak / 1e9);
    if (kernels == &best_kernels())
      fmt::print("the encoder needs {:.1f} M multiply-adds a word: {:.0f} % of that peak\n", work / 1e6, 100 * speed * work / peak);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parse_arguments(argc, argv));
  } catch (const Error& error) {
    fmt::print(stderr, "bench_language: {}\n", error.what());
    return 3;
  }
}
