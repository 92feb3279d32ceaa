# Installs the readers once, pinned; sourced by run.sh.

gephi=$cache/gephi-toolkit-0.10.1-all.jar
declare -A absent=()

# install TOOL COMMAND…: what cannot be had is remembered, and its checks are skipped by name
install() {
  local tool=$1
  shift
  "$@" > "$cache/install.log" 2>&1 && return 0
  absent[$tool]=$(grep -v '^ *$' "$cache/install.log" | tail -n 1 | cut -c1-160)
  echo "$tool cannot be installed: ${absent[$tool]:-no reason given}"
  absent[$tool]=${absent[$tool]:-no reason given}
}

apt_install() {
  local missing=() package sudo=""
  for package in "$@"; do dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# apt_command COMMAND PACKAGE: the package unless the command is there
apt_command() { command -v "$1" > /dev/null || apt_install "$2"; }

maven() {
  apt_command java openjdk-17-jdk-headless && apt_command mvn maven && mvn -q -B "$@"
}

install_python() {
  cmp -s "$here/requirements.txt" "$cache/requirements.txt" && return 0
  python3 -c 'import ensurepip' 2> /dev/null || apt_install python3-venv || return 1
  [ -x "$cache/venv/bin/pip" ] || python3 -m venv "$cache/venv" || return 1
  "$cache/venv/bin/pip" -q install -r "$here/requirements.txt" && cp "$here/requirements.txt" "$cache/"
}

install_node() {
  cmp -s "$here/package-lock.json" "$cache/node/package-lock.json" && [ -d "$cache/node/node_modules" ] && return 0
  apt_command node nodejs && apt_command npm npm || return 1
  rm -f "$cache/node/package-lock.json"
  cp "$here/package.json" "$cache/node/" && cp "$here/package-lock.json" "$cache/node/package-lock.json" || return 1
  # Not npm ci: it refuses a lock file that lacks the optional binaries of other platforms.
  (cd "$cache/node" && npm install --no-audit --no-fund --silent) || { rm -f "$cache/node/package-lock.json"; return 1; }
  cp "$here/package-lock.json" "$cache/node/"
}

install_gephi() {
  [ -s "$gephi" ] || maven org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact=org.gephi:gephi-toolkit:0.10.1:jar:all -DoutputDirectory="$cache"
}

install_neo4j() {
  cmp -s "$here/neo4j-pom.xml" "$cache/neo4j/pom.xml" && return 0
  rm -rf "$cache/neo4j" && mkdir -p "$cache/neo4j" || return 1
  maven -f "$here/neo4j-pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies -DoutputDirectory="$cache/neo4j/lib" -DincludeScope=runtime || return 1
  printf '#!/bin/sh\nexec java %s -cp "%s/neo4j/lib/*" org.neo4j.cli.AdminTool "$@"\n' "$neo4j_flags" "$cache" > "$cache/neo4j/neo4j-admin"
  chmod +x "$cache/neo4j/neo4j-admin" && cp "$here/neo4j-pom.xml" "$cache/neo4j/pom.xml"
}
neo4j_flags="-Xmx700m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"

install_light() {
  local package
  for package in serdi raptor2-utils graphviz libxml2-utils; do install "$package" apt_install "$package"; done
  install python install_python
  install node install_node
  install gephi install_gephi
}

install_heavy() {
  install neo4j install_neo4j
  install chromium apt_install chromium
  [ -z "${absent[node]:-}" ] || absent[chromium]=${absent[node]}
}
