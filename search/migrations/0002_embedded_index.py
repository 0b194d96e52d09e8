"""The tables that the embedded engine searches: FTS5 on SQLite, postings on PostgreSQL."""

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
            PRIMARY KEY (document_id, language)
        )
        """,
        """
        CREATE TABLE search_posting (
            document_id bigint NOT NULL,
            language varchar(2) NOT NULL,
            token text COLLATE "C" NOT NULL,
            frequency real NOT NULL
        )
        """,
        "CREATE INDEX search_posting_token ON search_posting (language, token, document_id) INCLUDE (frequency)",
        "CREATE INDEX search_posting_document ON search_posting (document_id)",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE search_index_fi", "DROP TABLE search_index_sv"],
    "postgresql": ["DROP TABLE search_index", "DROP TABLE search_posting"],
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
