#!/bin/sh
# Proves README's two commands on a fresh Debian 12 where nothing but git is installed.
#
#     sh tests/fresh-root.sh [FOLDER]     as root; FOLDER is where the systems are made (a temporary one)
#
# debootstrap makes a minimal system with git; two copies of it get a clone of HEAD. In one, root runs the
# commands as README has them, in the other a user with sudo does, in the other order. Packages come from where
# this machine's apt gets them. Ends in 'N passed, N failed'; the systems are removed afterwards.
set -eu

if [ "${FRESH_ROOT_INSIDE-}" != 1 ]; then
  [ "$(id -u)" = 0 ] || { echo 'fresh-root: must be root' >&2; exit 2; }
  command -v debootstrap >/dev/null || { echo 'fresh-root: needs debootstrap' >&2; exit 2; }
  # In mounts of its own: whatever happens, none is left behind.
  FRESH_ROOT_INSIDE=1 exec unshare --mount --propagation private sh "$0" "$@"
fi

release=bookworm
folder=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/fresh-root.XXXXXX")
cleanup() {
  umount -R "$folder"/*/proc "$folder"/*/dev 2>/dev/null || :
  rm -rf --one-file-system "$folder"
}
trap cleanup EXIT
trap 'exit 3' INT TERM HUP

mirror=$(apt-get indextargets --format '$(SITE) $(CODENAME)' 'Created-By: Packages' |
  awk -v r="$release" '$2 == r { print $1; exit }')
[ -n "$mirror" ] || { echo "fresh-root: this machine's apt has no source for $release" >&2; exit 2; }

echo "== a minimal $release with git"
debootstrap --variant=minbase --include=git,ca-certificates "$release" "$folder/base" "$mirror" >"$folder/log" 2>&1 ||
  { tail -n 20 "$folder/log" >&2; exit 3; }
apt-config dump Acquire | grep -E '^Acquire::(Check-|https?::Proxy)' >"$folder/base/etc/apt/apt.conf.d/90host" || :
cp /etc/resolv.conf "$folder/base/etc/resolv.conf"
rm -rf "$folder"/base/var/lib/apt/lists/*
git bundle create -q "$folder/base/srv/plan.bundle" HEAD

commands() { sed -n 's/^ *\(sh \.ci\/deps && .*\)$/\1/p' README.md; }
[ "$(commands | wc -l)" = 2 ] || { echo 'fresh-root: README.md does not give two commands' >&2; exit 3; }

passed=0 failed=0
try() { # SYSTEM USER: reads the commands
  git_clone='rm -rf plan && git clone -q /srv/plan.bundle plan && cd plan && git checkout -q --detach'
  while read -r command; do
    begun=$(date +%s)
    echo "== $2: $command"
    if chroot "$folder/$1" su - "$2" -c "[ -d plan ] || { $git_clone; }; cd ~/plan && $command" \
      >"$folder/log" 2>&1 </dev/null; then
      passed=$((passed + 1)) verdict=passed
    else
      failed=$((failed + 1)) verdict=FAILED
    fi
    tail -n "$([ $verdict = passed ] && echo 40 || echo 200)" "$folder/log" | sed 's/^/   | /'
    echo "== $verdict in $(($(date +%s) - begun)) s"
  done
}

system() { # NAME: a copy of the base with what a running system has
  cp -a "$folder/base" "$folder/$1"
  mount -t proc proc "$folder/$1/proc"
  mount --rbind /dev "$folder/$1/dev"
}

system root
commands >"$folder/commands"
try root root <"$folder/commands"

system user
chroot "$folder/user" sh -c 'apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y \
  --no-install-recommends install sudo && useradd -m -s /bin/bash clerk &&
  echo "clerk ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/clerk' >"$folder/log" 2>&1 || { tail "$folder/log"; exit 3; }
tac "$folder/commands" >"$folder/reversed"
try user clerk <"$folder/reversed"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
