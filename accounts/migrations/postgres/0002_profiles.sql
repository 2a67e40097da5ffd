-- Profiles and their checks, reviews by specialists, verified numbers, the feed, levels of sessions.
-- Twin of ../sqlite/0002_profiles.sql: same tables, columns, constraints and indexes.

-- One version of what a citizen has sent to be checked. It never changes; a correction is the next version.
CREATE TABLE profile (
    id TEXT NOT NULL CONSTRAINT profile_id_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT profile_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    payload BYTEA NOT NULL,
    state TEXT NOT NULL CONSTRAINT profile_state_known CHECK (state IN ('checking', 'failed', 'claimed', 'passed', 'superseded')),
    submitted_at BIGINT NOT NULL,
    decided_at BIGINT,
    CONSTRAINT profile_account_id_number_key UNIQUE (account_id, number)
);

-- What one registry is asked about one version, once. While a row is leased, next_at is the end of the lease.
CREATE TABLE registry_check (
    id TEXT NOT NULL CONSTRAINT registry_check_id_key PRIMARY KEY,
    profile_id TEXT NOT NULL CONSTRAINT registry_check_profile_id_ref REFERENCES profile (id) ON DELETE CASCADE,
    registry TEXT NOT NULL CONSTRAINT registry_check_registry_known CHECK (registry IN ('snils', 'passport', 'inn')),
    state TEXT NOT NULL CONSTRAINT registry_check_state_known CHECK (state IN ('asking', 'waiting', 'review', 'answered', 'superseded')),
    subject_mac BYTEA NOT NULL,
    outcome TEXT CONSTRAINT registry_check_outcome_known CHECK (outcome IN ('match', 'mismatch', 'not_found', 'unclear', 'error')),
    fields TEXT NOT NULL,
    key TEXT NOT NULL CONSTRAINT registry_check_key_key UNIQUE,
    ticket TEXT,
    failures BIGINT NOT NULL,
    polls BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    asked_at BIGINT,
    answered_at BIGINT,
    next_at BIGINT NOT NULL,
    lease_owner TEXT,
    CONSTRAINT registry_check_profile_id_registry_key UNIQUE (profile_id, registry)
);

CREATE INDEX registry_check_next_at_idx ON registry_check (registry, next_at) WHERE state IN ('asking', 'waiting');

-- A check that specialists look at. A decision against what the registry said takes two of them.
CREATE TABLE review (
    id TEXT NOT NULL CONSTRAINT review_id_key PRIMARY KEY,
    check_id TEXT NOT NULL CONSTRAINT review_check_id_ref REFERENCES registry_check (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL CONSTRAINT review_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    cause TEXT NOT NULL CONSTRAINT review_cause_known CHECK (cause IN ('unclear', 'failing', 'late', 'appeal')),
    state TEXT NOT NULL CONSTRAINT review_state_known CHECK (state IN ('open', 'proposed', 'closed')),
    opened_at BIGINT NOT NULL,
    -- The upload request of the documents that were asked for.
    papers TEXT,
    taken_by TEXT,
    taken_at BIGINT,
    proposal TEXT,
    proposed_by TEXT,
    proposed_at BIGINT,
    decision TEXT,
    decided_by TEXT,
    decided_at BIGINT,
    reason BYTEA
);

CREATE INDEX review_check_id_idx ON review (check_id);
CREATE INDEX review_account_id_idx ON review (account_id);
CREATE INDEX review_opened_at_idx ON review (opened_at) WHERE state <> 'closed';

-- Numbers that belong to one person: verified ones alone are unique.
CREATE TABLE identifier (
    kind TEXT NOT NULL CONSTRAINT identifier_kind_known CHECK (kind IN ('snils')),
    blind_index BYTEA NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT identifier_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    verified_at BIGINT NOT NULL,
    CONSTRAINT identifier_kind_blind_index_key PRIMARY KEY (kind, blind_index),
    CONSTRAINT identifier_account_id_kind_key UNIQUE (account_id, kind)
);

-- What happened, for the citizen (R-NTF-01), under the number of its journal entry: codes and parameters without personal data.
CREATE TABLE feed_entry (
    seq BIGINT NOT NULL CONSTRAINT feed_entry_seq_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT feed_entry_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT
);

CREATE INDEX feed_entry_account_id_idx ON feed_entry (account_id, seq);
CREATE INDEX feed_entry_unread_idx ON feed_entry (account_id) WHERE read_at IS NULL;

-- A session keeps the level it was opened with (D-38).
ALTER TABLE session ADD COLUMN level TEXT NOT NULL DEFAULT 'simplified' CONSTRAINT session_level_known CHECK (level IN ('simplified', 'standard', 'confirmed'));
