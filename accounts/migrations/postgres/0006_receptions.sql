-- Proof of identity: the ways that citizens try, and what operators do when somebody stands before them.
-- Twin of ../sqlite/0006_receptions.sql: same tables, columns, constraints and indexes.
-- BYTEA columns hold ciphertext of the vault, but for code_index, which holds a blind index.

CREATE TABLE proofing_route (
    id TEXT NOT NULL CONSTRAINT proofing_route_id_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT proofing_route_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    method TEXT NOT NULL CONSTRAINT proofing_route_method_known CHECK (method IN ('centre', 'post_office', 'representative', 'pension_fund', 'letter', 'paper_set', 'bank', 'signature', 'card', 'video')),
    state TEXT NOT NULL CONSTRAINT proofing_route_state_known CHECK (state IN ('begun', 'underway', 'code_given', 'succeeded', 'refused', 'expired', 'withdrawn', 'superseded')),
    begun_at BIGINT NOT NULL,
    moved_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- The code to show at the desk, or the identity code once one was handed out.
    code BYTEA,
    code_index BYTEA CONSTRAINT proofing_route_code_index_key UNIQUE,
    wrong BIGINT NOT NULL,
    -- Id in the directory of centres: where it was proven or refused.
    centre TEXT,
    reason BYTEA
);

CREATE INDEX proofing_route_account_id_idx ON proofing_route (account_id);
CREATE UNIQUE INDEX proofing_route_account_id_method_key ON proofing_route (account_id, method) WHERE state IN ('begun', 'underway', 'code_given');
CREATE UNIQUE INDEX proofing_route_succeeded_key ON proofing_route (account_id) WHERE state = 'succeeded';

-- What an operator does for one citizen: compares, registers, restores access.
CREATE TABLE reception (
    id TEXT NOT NULL CONSTRAINT reception_id_key PRIMARY KEY,
    kind TEXT NOT NULL CONSTRAINT reception_kind_known CHECK (kind IN ('confirmation', 'registration', 'restoration')),
    state TEXT NOT NULL CONSTRAINT reception_state_known CHECK (state IN ('open', 'waiting', 'done', 'refused', 'ended')),
    operator_id TEXT NOT NULL CONSTRAINT reception_operator_id_ref REFERENCES operator (id),
    centre TEXT NOT NULL,
    account_id TEXT CONSTRAINT reception_account_id_ref REFERENCES account (id) ON DELETE SET NULL,
    route_id TEXT,
    -- The version of the profile that was compared, once it was.
    profile_id TEXT,
    sheet BYTEA,
    -- The code on paper, as long as it can be printed.
    handed BYTEA,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    -- The second operator, where there was one.
    second_by TEXT
);

CREATE INDEX reception_operator_id_opened_at_idx ON reception (operator_id, opened_at);
CREATE INDEX reception_account_id_idx ON reception (account_id);
CREATE INDEX reception_opened_at_idx ON reception (opened_at) WHERE state = 'open';
CREATE INDEX reception_handed_idx ON reception (opened_at) WHERE handed IS NOT NULL;
CREATE INDEX reception_profile_id_idx ON reception (profile_id) WHERE state = 'waiting';
CREATE INDEX reception_restoration_idx ON reception (opened_at, account_id) WHERE kind = 'restoration' AND state = 'waiting';

-- A code that a centre has handed out for one sign-in, at which a password is chosen.
CREATE TABLE temporary_code (
    account_id TEXT NOT NULL CONSTRAINT temporary_code_account_id_key PRIMARY KEY CONSTRAINT temporary_code_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    phc TEXT NOT NULL,
    -- A contact that takes the place of the account's own when the code is used.
    contact BYTEA,
    valid_from BIGINT NOT NULL,
    valid_until BIGINT NOT NULL
);

-- Where an operator works: id in the directory of centres.
ALTER TABLE operator ADD COLUMN centre TEXT;
