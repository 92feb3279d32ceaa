# Installs the readers once, pinned; sourced by run.sh.

gephi=$cache/gephi-toolkit-0.10.1-all.jar

apt_install() {
  local missing=() package sudo=""
  for package in "$@"; do dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

maven_jar() {
  local file=$1 artifact=$2
  [ -s "$file" ] || mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact="$artifact" -DoutputDirectory="$(dirname "$file")" > "$cache/maven.log" 2>&1 || { tail "$cache/maven.log"; return 1; }
}

install_light() {
  local tools=(serdi raptor2-utils graphviz libxml2-utils)
  command -v java > /dev/null || tools+=(openjdk-17-jdk-headless)
  command -v mvn > /dev/null || tools+=(maven)
  command -v node > /dev/null || tools+=(nodejs)
  command -v npm > /dev/null || tools+=(npm)
  python3 -m venv --help > /dev/null 2>&1 && python3 -c 'import ensurepip' 2> /dev/null || tools+=(python3-venv)
  apt_install "${tools[@]}" || return 1
  if ! cmp -s "$here/requirements.txt" "$cache/requirements.txt"; then
    [ -x "$cache/venv/bin/pip" ] || python3 -m venv "$cache/venv" || return 1
    "$cache/venv/bin/pip" -q install -r "$here/requirements.txt" || return 1
    cp "$here/requirements.txt" "$cache/"
  fi
  if ! cmp -s "$here/package-lock.json" "$cache/node/package-lock.json" || [ ! -d "$cache/node/node_modules" ]; then
    cp "$here/package.json" "$here/package-lock.json" "$cache/node/"
    # Not npm ci: it refuses a lock file that lacks the optional binaries of other platforms.
    (cd "$cache/node" && npm install --no-audit --no-fund --silent) || return 1
    cp "$here/package-lock.json" "$cache/node/"
  fi
  maven_jar "$gephi" org.gephi:gephi-toolkit:0.10.1:jar:all
}

install_heavy() { apt_install chromium; }
