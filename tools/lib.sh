# What the tools share: installing what is missing. Sourced, never run.

# The Debian packages that a build needs.
build_packages="libcmark-gfm-dev libcmark-gfm-extensions-dev libedit-dev libsqlite3-dev libssl-dev
    pkg-config zlib1g-dev"
# The Debian packages that checking what was published needs.
check_packages="curl jing libxml2-utils openjdk-17-jre-headless openssl python3-venv"

say() { printf '%s\n' "$*" >&2; }

# install_missing PACKAGE...: installs what is not there, as root or by sudo; otherwise prints the
# line to run and fails.
install_missing() {
    local missing='' as_root='' name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' ||
            missing="$missing $name"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            as_root=sudo
        else
            say "error: missing Debian packages:$missing"
            say "hint: sudo apt-get install -y$missing"
            return 1
        fi
    fi
    say "installing:$missing"
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing >/dev/null
}

# need_swift: fails with a hint where no Swift is found.
need_swift() {
    command -v swift >/dev/null 2>&1 && return 0
    say "error: no swift on this machine"
    say "hint: install the Swift 6.3 toolchain from https://swift.org/install and put it on PATH"
    return 1
}
