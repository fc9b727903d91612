#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the autograder's image.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends python3 python3-venv

python=python3
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    apt-get install -qq -y --no-install-recommends python3.11 python3.11-venv
    python=python3.11
fi

source=/autograder/source
"$python" -m venv /opt/lessons
/opt/lessons/bin/pip install --quiet -c "$source/requirements.txt" "$source[classroom]"
