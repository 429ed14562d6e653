"""What writes the history: a trigger function for each way a table can change, and one that puts them on a table.

They run once a statement and read all its rows at once. The act comes from two settings that `archive.models.acting`
makes for each statement; without them, all that one transaction changes is one act of the database's.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION archive_act_id() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        nullif(current_setting('pghistory.context_id', true), '')::uuid,
        md5(pg_current_xact_id()::text || ' ' || extract(epoch FROM transaction_timestamp())::text)::uuid)
$$;

CREATE FUNCTION archive_write_act(act uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    told jsonb := coalesce(nullif(current_setting('pghistory.context_metadata', true), '')::jsonb, '{}');
BEGIN
    IF nullif(current_setting('pghistory.context_id', true), '') IS NULL THEN
        told := '{}';
    END IF;
    INSERT INTO archive_act (id, at, by_key, by_name, door, address, reason, undoes_id)
    VALUES (act, clock_timestamp(), (told->>'by_key')::bigint, coalesce(told->>'by_name', ''),
            coalesce(told->>'door', 'database'),
            coalesce(told->>'address', CASE WHEN told = '{}' THEN session_user ELSE '' END), coalesce(told->>'reason', ''),
            (told->>'undoes')::uuid)
    ON CONFLICT (id) DO NOTHING;
END $$;

CREATE FUNCTION archive_photo_of(tab name, state jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN tab = 'archive_photo' THEN state->>'id' ELSE state->>'photo_id' END::bigint
$$;

CREATE FUNCTION archive_note_added() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
    INSERT INTO archive_change (act_id, "table", record, photo, kind, after)
    SELECT archive_act_id(), TG_TABLE_NAME, state->>TG_ARGV[0], archive_photo_of(TG_TABLE_NAME, state), 'added', state
    FROM (SELECT to_jsonb(n) - TG_ARGV[1:] AS state FROM new_rows n) rows;
    IF FOUND THEN PERFORM archive_write_act(archive_act_id()); END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION archive_note_deleted() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
    INSERT INTO archive_change (act_id, "table", record, photo, kind, before)
    SELECT archive_act_id(), TG_TABLE_NAME, state->>TG_ARGV[0], archive_photo_of(TG_TABLE_NAME, state), 'deleted', state
    FROM (SELECT to_jsonb(o) - TG_ARGV[1:] AS state FROM old_rows o) rows;
    IF FOUND THEN PERFORM archive_write_act(archive_act_id()); END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION archive_note_changed() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
    INSERT INTO archive_change (act_id, "table", record, photo, kind, before, after)
    SELECT archive_act_id(), TG_TABLE_NAME, coalesce(was, now)->>TG_ARGV[0],
           archive_photo_of(TG_TABLE_NAME, coalesce(now, was)),
           CASE WHEN was IS NULL THEN 'added' WHEN now IS NULL THEN 'deleted' ELSE 'changed' END, was, now
    FROM (SELECT to_jsonb(o) - TG_ARGV[1:] AS was FROM old_rows o) o
    FULL JOIN (SELECT to_jsonb(n) - TG_ARGV[1:] AS now FROM new_rows n) n ON was->>TG_ARGV[0] = now->>TG_ARGV[0]
    WHERE was IS DISTINCT FROM now;
    IF FOUND THEN PERFORM archive_write_act(archive_act_id()); END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION archive_note_emptied() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
    noted bigint;
BEGIN
    EXECUTE format(
        'INSERT INTO archive_change (act_id, "table", record, photo, kind, before)
         SELECT archive_act_id(), $1, state->>$2, archive_photo_of($1, state), ''deleted'', state
         FROM (SELECT to_jsonb(o) - $3 AS state FROM %I.%I o) rows', TG_TABLE_SCHEMA, TG_TABLE_NAME)
    USING TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1:];
    GET DIAGNOSTICS noted = ROW_COUNT;
    IF noted > 0 THEN PERFORM archive_write_act(archive_act_id()); END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION archive_watch(tab text, key text, secret text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    arguments text := (SELECT string_agg(quote_literal(word), ', ') FROM unnest(key || secret) word);
BEGIN
    IF to_regclass(quote_ident(tab)) IS NULL OR EXISTS (
        SELECT FROM pg_trigger WHERE tgrelid = quote_ident(tab)::regclass AND tgname = 'history_emptied') THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TRIGGER history_added AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION archive_note_added(%s)', tab, arguments);
    EXECUTE format('CREATE TRIGGER history_changed AFTER UPDATE ON %I
        REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION archive_note_changed(%s)', tab, arguments);
    EXECUTE format('CREATE TRIGGER history_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
        FOR EACH STATEMENT EXECUTE FUNCTION archive_note_deleted(%s)', tab, arguments);
    EXECUTE format('CREATE TRIGGER history_emptied BEFORE TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION archive_note_emptied(%s)', tab, arguments);
END $$;

CREATE TRIGGER act_append_only BEFORE UPDATE OR DELETE ON archive_act
    FOR EACH ROW EXECUTE FUNCTION archive_refuse_change();
CREATE TRIGGER change_append_only BEFORE UPDATE OR DELETE ON archive_change
    FOR EACH ROW EXECUTE FUNCTION archive_refuse_change();
"""

BACKWARD = """
DROP TRIGGER act_append_only ON archive_act;
DROP TRIGGER change_append_only ON archive_change;
DROP FUNCTION archive_watch(text, text, text[]);
DROP FUNCTION archive_note_added() CASCADE;
DROP FUNCTION archive_note_changed() CASCADE;
DROP FUNCTION archive_note_deleted() CASCADE;
DROP FUNCTION archive_note_emptied() CASCADE;
DROP FUNCTION archive_photo_of(name, jsonb);
DROP FUNCTION archive_write_act(uuid);
DROP FUNCTION archive_act_id();
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0017_history")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
