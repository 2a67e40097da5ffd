-- The journal by who acted, by what happened and by when; changes of the directory of centres.
-- Twin of ../postgres/0007_administration.sql: same tables, columns, constraints and indexes.

-- Which entries of the journal name an operator as the one who acted.
CREATE TABLE operator_act (
    operator_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT operator_act_operator_id_seq_key PRIMARY KEY (operator_id, seq)
) STRICT;

-- What the journal held before this table was there.
INSERT INTO operator_act (operator_id, seq)
SELECT actor, seq FROM (
    SELECT CASE WHEN json_valid(detail) THEN json_extract(detail, '$.actor') END AS actor, seq FROM journal
) WHERE actor IS NOT NULL;

CREATE INDEX journal_event_idx ON journal (event, seq);
CREATE INDEX journal_at_idx ON journal (at, seq);

-- A centre as an administrator has changed or added it: it stands in the place of the one in the files.
CREATE TABLE centre_change (
    centre TEXT NOT NULL CONSTRAINT centre_change_centre_key PRIMARY KEY,
    -- JSON, as in centres.json.
    record TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
) STRICT;
