#!/bin/sh
# Puts LanguageTool's server where the program finds it: the user's data folder. Java and Maven are
# installed first where that is allowed without asking; otherwise the one line that would is printed.
# LanguageTool is LGPL 2.1 or later; its licence (COPYING.txt) and those of what it uses lie in the
# same folder.
set -eu
cd "$(dirname "$0")/../.."
program=.venv/bin/brandvoice

target=$("$program" language folder)
if [ -f "$target/languagetool-server.jar" ]; then
    echo "LanguageTool is in place."
    exit 0
fi

wanted=""
modern_java() {
    java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | {
        read -r version && [ "$version" -ge 17 ]
    }
}
modern_java 2>/dev/null || wanted="$wanted java"
command -v mvn >/dev/null 2>&1 || wanted="$wanted maven"
if [ -n "$wanted" ]; then
    as_root=no
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root=sudo; fi
    if [ "$as_root" = no ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "LanguageTool needs what is missing here:$wanted (Java 17 or newer)." >&2
        echo "On Debian or Ubuntu: sudo apt-get install openjdk-17-jre-headless maven" >&2
        exit 1
    fi
    echo "Installing:$wanted"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    packages=""
    for one in $wanted; do
        if [ "$one" = java ]; then
            # Each release has one or the other.
            one=openjdk-17-jre-headless
            apt-cache show "$one" >/dev/null 2>&1 || one=openjdk-21-jre-headless
        fi
        packages="$packages $one"
    done
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
fi

"$program" language get && exit 0

echo "Trying the parts of it that English needs." >&2
scratch="$target.slim"
rm -rf "$scratch"
mvn -B -q -f packaging/languagetool/pom.xml \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -Dmdep.stripVersion=true -DoutputDirectory="$scratch/libs"
# Its manifest names the others without their versions, in libs/.
mv "$scratch/libs/languagetool-server.jar" "$scratch/languagetool-server.jar"
cp packaging/languagetool/COPYING.txt "$scratch/COPYING.txt"
rm -rf "$target"
mv "$scratch" "$target"
"$program" language status
