"""The tables that the embedded engine searches: FTS5 on SQLite, token weights under a GIN index on PostgreSQL."""

from django.db import migrations

# Diacritics stay: ä, ö and å are letters. The version column is kept for comparing with the documents.
SQLITE_TABLE = """
CREATE VIRTUAL TABLE search_index_{language} USING fts5(
    title_words, body_words, title_parts, body_parts, concepts, stems, folded, version UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 0'
)
"""
CREATE = {
    "sqlite": [SQLITE_TABLE.format(language="fi"), SQLITE_TABLE.format(language="sv")],
    "postgresql": [
        """
        CREATE TABLE search_index (
            document_id bigint NOT NULL,
            language varchar(2) NOT NULL,
            version bigint NOT NULL,
            length integer NOT NULL,
            weights jsonb NOT NULL,
            PRIMARY KEY (document_id, language)
        )
        """,
        "CREATE INDEX search_index_tokens ON search_index USING gin (weights)",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE search_index_fi", "DROP TABLE search_index_sv"],
    "postgresql": ["DROP TABLE search_index"],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
