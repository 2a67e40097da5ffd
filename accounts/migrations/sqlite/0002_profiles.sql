-- Profiles and their checks, reviews by specialists, verified numbers, the feed, levels of sessions.
-- Twin of ../postgres/0002_profiles.sql: same tables, columns, constraints and indexes.

-- One version of what a citizen has sent to be checked. It never changes; a correction is the next version.
CREATE TABLE profile (
    id TEXT NOT NULL CONSTRAINT profile_id_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT profile_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    payload BLOB NOT NULL,
    state TEXT NOT NULL CONSTRAINT profile_state_known CHECK (state IN ('checking', 'failed', 'claimed', 'passed', 'superseded')),
    submitted_at INTEGER NOT NULL,
    decided_at INTEGER,
    CONSTRAINT profile_account_id_number_key UNIQUE (account_id, number)
) STRICT;

-- What one registry is asked about one version, once. While a row is leased, next_at is the end of the lease.
CREATE TABLE registry_check (
    id TEXT NOT NULL CONSTRAINT registry_check_id_key PRIMARY KEY,
    profile_id TEXT NOT NULL CONSTRAINT registry_check_profile_id_ref REFERENCES profile (id) ON DELETE CASCADE,
    registry TEXT NOT NULL CONSTRAINT registry_check_registry_known CHECK (registry IN ('snils', 'passport', 'inn')),
    state TEXT NOT NULL CONSTRAINT registry_check_state_known CHECK (state IN ('asking', 'waiting', 'review', 'answered', 'superseded')),
    subject_mac BLOB NOT NULL,
    outcome TEXT CONSTRAINT registry_check_outcome_known CHECK (outcome IN ('match', 'mismatch', 'not_found', 'unclear', 'error')),
    fields TEXT NOT NULL,
    key TEXT NOT NULL CONSTRAINT registry_check_key_key UNIQUE,
    ticket TEXT,
    failures INTEGER NOT NULL,
    polls INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    asked_at INTEGER,
    answered_at INTEGER,
    next_at INTEGER NOT NULL,
    lease_owner TEXT,
    CONSTRAINT registry_check_profile_id_registry_key UNIQUE (profile_id, registry)
) STRICT;

CREATE INDEX registry_check_next_at_idx ON registry_check (registry, next_at) WHERE state IN ('asking', 'waiting');

-- A check that specialists look at. A decision against what the registry said takes two of them.
CREATE TABLE review (
    id TEXT NOT NULL CONSTRAINT review_id_key PRIMARY KEY,
    check_id TEXT NOT NULL CONSTRAINT review_check_id_ref REFERENCES registry_check (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL CONSTRAINT review_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    cause TEXT NOT NULL CONSTRAINT review_cause_known CHECK (cause IN ('unclear', 'failing', 'late', 'appeal')),
    state TEXT NOT NULL CONSTRAINT review_state_known CHECK (state IN ('open', 'proposed', 'closed')),
    opened_at INTEGER NOT NULL,
    -- The upload request of the documents that were asked for.
    papers TEXT,
    taken_by TEXT,
    taken_at INTEGER,
    proposal TEXT,
    proposed_by TEXT,
    proposed_at INTEGER,
    decision TEXT,
    decided_by TEXT,
    decided_at INTEGER,
    reason BLOB
) STRICT;

CREATE INDEX review_check_id_idx ON review (check_id);
CREATE INDEX review_account_id_idx ON review (account_id);
CREATE INDEX review_opened_at_idx ON review (opened_at) WHERE state <> 'closed';

-- Numbers that belong to one person: verified ones alone are unique.
CREATE TABLE identifier (
    kind TEXT NOT NULL CONSTRAINT identifier_kind_known CHECK (kind IN ('snils')),
    blind_index BLOB NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT identifier_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    verified_at INTEGER NOT NULL,
    CONSTRAINT identifier_kind_blind_index_key PRIMARY KEY (kind, blind_index),
    CONSTRAINT identifier_account_id_kind_key UNIQUE (account_id, kind)
) STRICT;

-- What happened, for the citizen (R-NTF-01), under the number of its journal entry: codes and parameters without personal data.
CREATE TABLE feed_entry (
    seq INTEGER NOT NULL CONSTRAINT feed_entry_seq_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT feed_entry_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    at INTEGER NOT NULL,
    read_at INTEGER
) STRICT;

CREATE INDEX feed_entry_account_id_idx ON feed_entry (account_id, seq);
CREATE INDEX feed_entry_unread_idx ON feed_entry (account_id) WHERE read_at IS NULL;

-- A session keeps the level it was opened with (D-38).
ALTER TABLE session ADD COLUMN level TEXT NOT NULL DEFAULT 'simplified' CONSTRAINT session_level_known CHECK (level IN ('simplified', 'standard', 'confirmed'));
