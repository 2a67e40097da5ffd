-- Accounts, drafts, codes, outbox, journal, counters.
-- Twin of ../postgres/0001_accounts.sql: same tables, columns, constraints and indexes.
-- A unique constraint is named <table>_<columns>_key, a primary key too: SQLite reports the columns
-- of a violated one, PostgreSQL its name, and the store makes the same name of both.
-- BLOB columns named value, payload, data_key, origin and sealed hold ciphertext of the vault;
-- columns named …_hash, …_index, …_mac hold keyed or plain digests. Instants are milliseconds UTC.

CREATE TABLE account (
    id TEXT NOT NULL CONSTRAINT account_id_key PRIMARY KEY,
    reference TEXT NOT NULL CONSTRAINT account_reference_key UNIQUE,
    level TEXT NOT NULL CONSTRAINT account_level_known CHECK (level IN ('simplified', 'standard', 'confirmed')),
    data_key BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attribute (
    account_id TEXT NOT NULL CONSTRAINT attribute_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT attribute_account_id_name_key PRIMARY KEY (account_id, name)
) STRICT;

CREATE TABLE contact (
    id TEXT NOT NULL CONSTRAINT contact_id_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT contact_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CONSTRAINT contact_kind_known CHECK (kind IN ('phone', 'email')),
    value BLOB NOT NULL,
    blind_index BLOB NOT NULL,
    confirmed_at INTEGER,
    created_at INTEGER NOT NULL,
    CONSTRAINT contact_account_id_kind_key UNIQUE (account_id, kind)
) STRICT;

-- An unconfirmed contact reserves nothing: only confirmed ones are unique.
CREATE UNIQUE INDEX contact_kind_blind_index_key ON contact (kind, blind_index) WHERE confirmed_at IS NOT NULL;

CREATE TABLE credential (
    account_id TEXT NOT NULL CONSTRAINT credential_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CONSTRAINT credential_kind_known CHECK (kind IN ('password')),
    phc TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    CONSTRAINT credential_account_id_kind_key PRIMARY KEY (account_id, kind)
) STRICT;

CREATE TABLE consent (
    account_id TEXT NOT NULL CONSTRAINT consent_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    version TEXT NOT NULL,
    accepted_at INTEGER NOT NULL,
    CONSTRAINT consent_account_id_document_version_key PRIMARY KEY (account_id, document, version)
) STRICT;

CREATE TABLE session (
    id TEXT NOT NULL CONSTRAINT session_id_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT session_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL CONSTRAINT session_token_hash_key UNIQUE,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    foreign_computer INTEGER NOT NULL,
    origin BLOB NOT NULL
) STRICT;

CREATE INDEX session_account_id_idx ON session (account_id, expires_at);
CREATE INDEX session_expires_at_idx ON session (expires_at);

CREATE TABLE device (
    token_hash BLOB NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT device_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT device_token_hash_account_id_key PRIMARY KEY (token_hash, account_id)
) STRICT;

CREATE INDEX device_account_id_idx ON device (account_id);
CREATE INDEX device_seen_at_idx ON device (seen_at);

CREATE TABLE draft (
    id TEXT NOT NULL CONSTRAINT draft_id_key PRIMARY KEY,
    flow TEXT NOT NULL,
    form_id_hash BLOB CONSTRAINT draft_form_id_hash_key UNIQUE,
    account_id TEXT CONSTRAINT draft_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    payload BLOB NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    finished_at INTEGER,
    finished_account TEXT CONSTRAINT draft_finished_account_ref REFERENCES account (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX draft_expires_at_idx ON draft (expires_at);
CREATE INDEX draft_account_id_idx ON draft (account_id);
CREATE INDEX draft_finished_account_idx ON draft (finished_account);

CREATE TABLE draft_token (
    token_hash BLOB NOT NULL CONSTRAINT draft_token_token_hash_key PRIMARY KEY,
    draft_id TEXT NOT NULL CONSTRAINT draft_token_draft_id_ref REFERENCES draft (id) ON DELETE CASCADE,
    proven_contact BLOB,
    proven_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_token_draft_id_idx ON draft_token (draft_id);
CREATE INDEX draft_token_proven_contact_idx ON draft_token (proven_contact) WHERE proven_contact IS NOT NULL;

CREATE TABLE challenge (
    id TEXT NOT NULL CONSTRAINT challenge_id_key PRIMARY KEY,
    draft_id TEXT NOT NULL CONSTRAINT challenge_draft_id_ref REFERENCES draft (id) ON DELETE CASCADE,
    contact_index BLOB NOT NULL,
    kind TEXT NOT NULL CONSTRAINT challenge_kind_known CHECK (kind IN ('phone', 'email')),
    wrong_count INTEGER NOT NULL,
    sent_count INTEGER NOT NULL,
    last_sent_at INTEGER NOT NULL,
    CONSTRAINT challenge_draft_id_contact_index_key UNIQUE (draft_id, contact_index)
) STRICT;

CREATE TABLE code (
    id TEXT NOT NULL CONSTRAINT code_id_key PRIMARY KEY,
    challenge_id TEXT NOT NULL CONSTRAINT code_challenge_id_ref REFERENCES challenge (id) ON DELETE CASCADE,
    code_mac BLOB NOT NULL,
    link_hash BLOB CONSTRAINT code_link_hash_key UNIQUE,
    channel TEXT NOT NULL CONSTRAINT code_channel_known CHECK (channel IN ('sms', 'voice', 'email')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    link_expires_at INTEGER,
    ended_at INTEGER,
    used_at INTEGER,
    link_used_at INTEGER
) STRICT;

CREATE INDEX code_challenge_id_idx ON code (challenge_id, created_at);

CREATE TABLE outbox (
    id TEXT NOT NULL CONSTRAINT outbox_id_key PRIMARY KEY,
    key TEXT NOT NULL CONSTRAINT outbox_key_key UNIQUE,
    channel TEXT NOT NULL CONSTRAINT outbox_channel_known CHECK (channel IN ('sms', 'voice', 'email')),
    sealed BLOB,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    lease_owner TEXT,
    leased_until INTEGER,
    attempts INTEGER NOT NULL,
    sent_at INTEGER,
    dead_at INTEGER,
    last_error TEXT
) STRICT;

-- While a row is leased, next_attempt_at is the end of the lease: one index finds all that is due.
CREATE INDEX outbox_next_attempt_at_idx ON outbox (next_attempt_at) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_sent_at_idx ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_dead_at_idx ON outbox (dead_at) WHERE dead_at IS NOT NULL;

CREATE TABLE journal (
    seq INTEGER NOT NULL CONSTRAINT journal_seq_key PRIMARY KEY,
    at INTEGER NOT NULL,
    account_id TEXT,
    event TEXT NOT NULL,
    detail TEXT NOT NULL,
    origin TEXT,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE INDEX journal_account_id_idx ON journal (account_id, seq);

-- One row: the end of the chain, so that entries missing at the end are noticed too.
CREATE TABLE journal_head (
    id INTEGER NOT NULL CONSTRAINT journal_head_id_key PRIMARY KEY CONSTRAINT journal_head_single CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE throttle (
    key BLOB NOT NULL CONSTRAINT throttle_key_key PRIMARY KEY,
    count INTEGER NOT NULL,
    window_start INTEGER NOT NULL,
    blocked_until INTEGER,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX throttle_updated_at_idx ON throttle (updated_at);
