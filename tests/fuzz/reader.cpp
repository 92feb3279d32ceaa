// Feeds any bytes to one reader and checks what every document promises: spans on code points, in order, with a source.
#include <zlib.h>

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

constexpr std::size_t kMostUnpacked = 1 << 20;

std::string pack(std::string_view bytes) {
  z_stream packer{};
  require(deflateInit2(&packer, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&packer, bytes.size()), '\0');
  packer.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  packer.avail_in = static_cast<uInt>(bytes.size());
  packer.next_out = reinterpret_cast<Bytef*>(packed.data());
  packer.avail_out = static_cast<uInt>(packed.size());
  require(deflate(&packer, Z_FINISH) == Z_STREAM_END);
  packed.resize(packed.size() - packer.avail_out);
  deflateEnd(&packer);
  return packed;
}

/// Unpacks the bytes, which may be broken gzip, and the same bytes packed in two members, which must come back.
void read_gzip(const std::string& bytes) {
  const auto half = bytes.size() / 2;
  ByteSource packed(pack(bytes.substr(0, half)) + pack(bytes.substr(half)), "fuzz");
  require(packed.read_all(kMostUnpacked) == bytes && packed.is_packed());
  ByteSource source(bytes, "fuzz");
  (void)source.peek(1 << 10);
  std::string line;
  std::size_t size = 0;
  while (source.read_line(line, 1 << 10, size)) require(line.size() <= size && line.size() <= 1 << 10);
}

void read_records(const std::string& bytes) {
  ByteSource source(bytes, "fuzz");
  Diagnostics diagnostics;
  ReadOptions options;
  options.max_document_size = 1 << 16;
  read_json_lines(source, options, diagnostics, check);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto* format = format_named(FUZZ_FORMAT);
    if (format == nullptr)
      read_gzip(bytes);
    else if (format->read == nullptr)
      read_records(bytes);
    else
      check(finish(format->read(bytes, "fuzz"), "fuzz", "", "fuzz"));
  } catch (const InputError&) {  // what the reader answers to bad input
  }
  return 0;
}
