"""What makes the database itself refuse to change or delete lines of the audit. Migration 0002 runs this.

A line may be updated once: when the sealer gives it its place. A text may be deleted (erasure), never changed. On
SQLite a migration that alters one of the two tables makes it anew and must run this again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "the audit is append-only"
_KEPT = ("id", "at", "action", "actor_id", "origin", "object_type", "object_id", "digest")
_UNCHANGED = " AND ".join(f"OLD.{name} IS NEW.{name}" for name in _KEPT)

SQLITE_CREATE = (
    f"""CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry
    WHEN NOT (OLD.position IS NULL AND NEW.position IS NOT NULL AND {_UNCHANGED})
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    f"CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    f"CREATE TRIGGER audit_text_update BEFORE UPDATE ON audit_entrytext BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
)
SQLITE_DROP = (
    "DROP TRIGGER audit_entry_update",
    "DROP TRIGGER audit_entry_delete",
    "DROP TRIGGER audit_text_update",
)
POSTGRESQL_CREATE = (
    f"""CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE FUNCTION audit_only_seal() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.position IS NULL AND NEW.position IS NOT NULL
            AND to_jsonb(NEW) - 'position' - 'hash' = to_jsonb(OLD) - 'position' - 'hash' THEN RETURN NEW; END IF;
        RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    "CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_only_seal()",
    """CREATE TRIGGER audit_entry_delete BEFORE DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_text_update BEFORE UPDATE OR TRUNCATE ON audit_entrytext
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
)
POSTGRESQL_DROP = (
    "DROP TRIGGER audit_entry_update ON audit_entry",
    "DROP TRIGGER audit_entry_delete ON audit_entry",
    "DROP TRIGGER audit_text_update ON audit_entrytext",
    "DROP FUNCTION audit_only_seal()",
    "DROP FUNCTION audit_refuse()",
)


def create(connection: BaseDatabaseWrapper) -> None:
    _run(connection, POSTGRESQL_CREATE if connection.vendor == "postgresql" else SQLITE_CREATE)


def drop(connection: BaseDatabaseWrapper) -> None:
    _run(connection, POSTGRESQL_DROP if connection.vendor == "postgresql" else SQLITE_DROP)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
