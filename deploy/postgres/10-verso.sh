#!/bin/sh
# Runs once, when the postgres container makes its data: the role and the database of Verso, which is no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$VERSO_PASSWORD" --username="${POSTGRES_USER:-postgres}" <<'SQL'
CREATE ROLE verso LOGIN PASSWORD :'password';
CREATE DATABASE verso OWNER verso;
SQL
