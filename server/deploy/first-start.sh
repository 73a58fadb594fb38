#!/bin/sh
# Once, in a new PostgreSQL of compose.yaml: the nodes' role, an ordinary one, and its database.
set -eu
psql --username="${POSTGRES_USER:-postgres}" --set=ON_ERROR_STOP=1 --set=password="$POSTGRES_PASSWORD" <<'SQL'
CREATE ROLE parta LOGIN PASSWORD :'password';
CREATE DATABASE parta OWNER parta;
SQL
