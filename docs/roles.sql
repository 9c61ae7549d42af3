-- The users of a new database. Run it once with psql, as a superuser, in the empty database that the halves will share.
-- Passwords come from the environment: OWNER_PASSWORD, COMMAND_PASSWORD, QUERY_PASSWORD. An unset one stops the script.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv command_password COMMAND_PASSWORD
\getenv query_password QUERY_PASSWORD

begin;

-- The owner migrates, and nothing else: no process that serves signs in as the owner.
create role portfolio_owner login password :'owner_password';
do $$ begin execute format('alter database %I owner to portfolio_owner', current_database()); end $$;

-- The group roles. The migrations give each its rights; the owner may pass them on, and needs no right to make roles.
create role ledger_appender;
create role ledger_reader;
create role directory_writer;
create role directory_reader;
create role query_writer;
create role query_reader;
create role access_writer;
create role access_reader;
grant ledger_appender, ledger_reader, directory_writer, directory_reader, query_writer, query_reader,
        access_writer, access_reader
    to portfolio_owner with admin option;

-- What the halves sign in as: neither may change or delete a fact.
create role portfolio_command login password :'command_password';
grant ledger_appender, directory_writer, access_writer to portfolio_command;
create role portfolio_query login password :'query_password';
grant query_writer, directory_reader, access_reader to portfolio_query;

commit;
