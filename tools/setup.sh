# Shared by quickstart and check: installs what is missing and builds. Source it from the repository's root.

install_missing() {
  local missing=() package
  while read -r package; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done < tools/packages.txt
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "installing ${#missing[@]} packages: ${missing[*]}"
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "cannot install packages: run as root or install sudo" >&2; return 1; }
    sudo="sudo"
  fi
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [TARGET…]
build() {
  local preset=$1
  shift
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >/dev/null
  cmake --build "build/$preset" ${1:+--target "$@"} | sed -n '/FAILED/,$p;$p'
  return "${PIPESTATUS[0]}"
}

# run the main job on examples/ with the built program, into build/example
run_examples() {
  mkdir -p build/example
  build/release/entente build examples -o build/example/graph.jsonld
  build/release/entente export build/example/graph.jsonld --top 40 -o build/example/graph.svg
}
