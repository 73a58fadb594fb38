#!/bin/sh
# backup.sh ADDRESS FILE: a copy of the database of a region while its nodes work, by PostgreSQL's own pg_dump.
# ADDRESS is of a role that sees all schools (SUPERUSER or BYPASSRLS); the nodes' own role sees one school at a time.
set -eu
[ $# -eq 2 ] || { echo "usage: backup.sh postgres://ROLE@HOST/DATABASE FILE" >&2; exit 2; }
[ ! -e "$2" ] || { echo "$2 exists: a copy is never overwritten" >&2; exit 1; }
umask 077
trap 'rm -f "$2.part"' EXIT
pg_dump --format=custom --no-owner --no-privileges --file="$2.part" "$1"
# Reads all of it: a copy that pg_restore can't read gets no name.
pg_restore --file=/dev/null "$2.part"
mv "$2.part" "$2"
