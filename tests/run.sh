#!/bin/sh
# Runs all tests. What some need (Chromium, CJK fonts, a library of Playwright's driver; nginx) is installed from
# Debian's packages where it is missing and this user may; where it cannot be had, the tests that need it are named as
# not run, and without a browser a run under CI=true fails.
set -u

find_chromium() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" && return 0
    done
    return 1
}

driver_runs() {
    driver=$(python -c 'import pathlib, playwright; print(pathlib.Path(playwright.__file__).parent / "driver" / "node")')
    "$driver" --version >/dev/null 2>&1
}

browser_ready() {
    chromium=$(find_chromium) && driver_runs
}

nginx_ready() {
    PATH="$PATH:/usr/sbin" command -v nginx >/dev/null
}

ready() {
    browser_ready && nginx_ready
}

install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -eq 0 ]; then as_root=""
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo -n"
    else return 1; fi
    echo "Installing what the tests need from Debian's packages ..."
    $as_root apt-get update -qq >/dev/null 2>&1
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk libatomic1 nginx-light >/dev/null 2>&1
}

if ready || { install && ready; }; then
    CHROMIUM=$chromium exec python -m pytest "$@"
fi

message="Chromium, a library it is driven with, or nginx is missing and could not be installed. On Debian: apt-get \
install chromium fonts-noto-cjk libatomic1 nginx-light. Elsewhere: set CHROMIUM to the path of a Chromium."
if browser_ready; then
    without="nginx" kinds="not nginx"
    export CHROMIUM="$chromium"
elif [ "${CI:-}" = true ]; then
    echo "$message" >&2
    exit 1
else
    without="a browser" kinds="not browser"
fi
echo "$message The tests that need $without are NOT run." >&2
python -m pytest -m "$kinds" "$@"
status=$?
echo "$message The tests that need $without were NOT run." >&2
exit $status
