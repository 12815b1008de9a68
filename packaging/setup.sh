#!/bin/sh
# Makes .venv with everything the project needs, and sees to Qt's system libraries and an emoji
# font. Installs Debian packages only where that is allowed without asking; otherwise prints the
# one line that would, and goes on: the command line needs none of them.
set -eu
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Brandvoice needs Python 3.11 or newer; $python is $("$python" -V 2>&1)." >&2
    exit 1
}

wanted=""
want() { wanted="$wanted $1"; }
has_library() { "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }

"$python" -c 'import ensurepip, venv' 2>/dev/null || want python3-venv
if [ "$(uname -s)" = Linux ]; then
    for pair in libglib2.0-0:libglib-2.0.so.0 libgl1:libGL.so.1 libegl1:libEGL.so.1 \
        libxkbcommon0:libxkbcommon.so.0 libdbus-1-3:libdbus-1.so.3 \
        libfontconfig1:libfontconfig.so.1 libxcb-cursor0:libxcb-cursor.so.0 \
        libxcb-icccm4:libxcb-icccm.so.4 libxcb-keysyms1:libxcb-keysyms.so.1 \
        libxcb-shape0:libxcb-shape.so.0 libxkbcommon-x11-0:libxkbcommon-x11.so.0; do
        has_library "${pair#*:}" || want "${pair%%:*}"
    done
    [ -n "$(find /usr/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
        -iname '*emoji*' 2>/dev/null | head -n 1)" ] || want fonts-noto-color-emoji
fi

if [ -n "$wanted" ]; then
    as_root=no
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root=sudo; fi
    if [ "$as_root" != no ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing:$wanted"
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
        # shellcheck disable=SC2086
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
    else
        echo "The window needs packages that are missing here. Install them with:" >&2
        echo "  sudo apt-get install --no-install-recommends$wanted" >&2
        case " $wanted " in *" python3-venv "*) exit 1 ;; esac
    fi
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[desktop,dev]"
# As pip does with what it installs, so that the first start is as quick as the second.
.venv/bin/python -m compileall -q brandvoice
