// Measures reading a graph file: bench_load_graph FILE [DETAIL]
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <filesystem>

#include "entente/graph/json_ld.hpp"

namespace {

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void measure(const char* name, const char* path, entente::ReadDetail detail) {
  const auto processor = processor_seconds();
  const auto begin = std::chrono::steady_clock::now();
  const auto graph = entente::read_graph(path, detail);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  fmt::print("{}: {} edges in {:.2f} s, {:.2f} s of the processor, peak {:.0f} MB\n", name, graph.edges.size(), wall.count(),
             processor_seconds() - processor, peak_megabytes());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_load_graph FILE [structure|without_evidence_text|all]\n");
    return 2;
  }
  const std::string_view only = argc > 2 ? argv[2] : "";
  fmt::print("{}: {:.0f} MB\n", argv[1], static_cast<double>(std::filesystem::file_size(argv[1])) / 1e6);
  for (const auto& [name, detail] :
       {std::pair("structure", entente::ReadDetail::structure),
        std::pair("without_evidence_text", entente::ReadDetail::without_evidence_text), std::pair("all", entente::ReadDetail::all)})
    if (only.empty() || only == name) measure(name, argv[1], detail);
  return 0;
}
