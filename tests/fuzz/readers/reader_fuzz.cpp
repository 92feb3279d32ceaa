// Feeds any bytes to one reader and checks what every document promises: spans on code points, in order, with a source.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "entente/base/error.hpp"
#include "entente/base/unicode.hpp"
#include "entente/text/sentences.hpp"
#include "text/finish.hpp"
#include "text/format.hpp"
#include "text/json_lines.hpp"

namespace {

using namespace entente;

void require(bool truth) {
  if (!truth) std::abort();
}

bool on_code_point(const std::string& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check(const Document& document) {
  require(!invalid_utf8(document.text));
  std::uint32_t at = 0;
  for (const auto& block : document.blocks) {
    require(block.span.begin >= at && block.span.end > block.span.begin && block.span.end <= document.text.size());
    require(on_code_point(document.text, block.span.begin) && on_code_point(document.text, block.span.end));
    const auto source = document.to_source(block.span);
    require(source.begin <= source.end || !document.source_map.empty());
    at = block.span.end;
  }
  for (const auto& sentence : split_sentences(document)) {
    require(!sentence.words.empty());
    auto word_at = sentence.span.begin;
    for (const auto& word : sentence.words) {
      require(word.begin >= word_at && word.end > word.begin && word.end <= sentence.span.end);
      require(on_code_point(document.text, word.begin) && on_code_point(document.text, word.end));
      word_at = word.end;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (const auto* format = format_named(FUZZ_FORMAT); format->read != nullptr) {
      check(finish(format->read(bytes, "fuzz"), "fuzz", "", "fuzz"));
      return 0;
    }
    ByteSource source(bytes, "fuzz");
    Diagnostics diagnostics;
    ReadOptions options;
    options.max_document_size = 1 << 16;
    read_json_lines(source, options, diagnostics, check);
  } catch (const InputError&) {  // what the reader answers to bad input
  }
  return 0;
}
