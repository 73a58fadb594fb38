#!/bin/sh
# restore.sh FILE ADDRESS OWNER: puts a copy made by backup.sh into a new, empty database; no node may serve it yet.
# ADDRESS is of a superuser, OWNER the nodes' role. All of it is restored, or nothing. The schools get new incarnations:
# devices notice, compare and return every receipted entry that the copy lacks.
set -eu
[ $# -eq 3 ] || { echo "usage: restore.sh FILE postgres://SUPERUSER@HOST/DATABASE OWNER" >&2; exit 2; }
here=$(dirname "$0")
pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --role="$3" --dbname="$2" "$1"
psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --dbname="$2" --file="$here/after-restore.sql"
