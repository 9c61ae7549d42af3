# Sourced by run and check: sets JAVA_HOME to a JDK 25 and MVNW_REPOURL to the repository that Maven itself knows.
is_25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'; }

find_jdk() {
  for home in "${JAVA_HOME:-}" "$(command -v javac >/dev/null 2>&1 && dirname "$(dirname "$(readlink -f "$(command -v javac)")")")" \
    /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ -n "$home" ] && is_25 "$home" && { JAVA_HOME=$home; export JAVA_HOME; return 0; }
  done
  echo "Portfolio Ledger needs a JDK 25: install one (for instance Temurin 25) or set JAVA_HOME to it." >&2
  exit 1
}

# The wrapper fetches its own Maven from the repository that the machine's Maven has built in (its super POM).
find_repository() {
  [ -n "${MVNW_REPOURL:-}" ] && return 0
  mvn=$(command -v mvn) && lib=$(dirname "$(dirname "$(readlink -f "$mvn")")")/lib || lib=
  for jar in "$lib"/maven-model-builder-*.jar "$lib"/maven-model-builder.jar; do
    [ -f "$jar" ] || continue
    MVNW_REPOURL=$(cd "$(mktemp -d)" && "$JAVA_HOME/bin/jar" -xf "$jar" org/apache/maven/model/pom-4.0.0.xml &&
      sed -n 's:.*<url>\(.*\)</url>.*:\1:p' org/apache/maven/model/pom-4.0.0.xml | head -n 1)
    export MVNW_REPOURL
    return 0
  done
  echo "Set MVNW_REPOURL to your Maven repository's address, or install any Maven 3: the wrapper takes the address from it." >&2
  exit 1
}

find_jdk
find_repository
