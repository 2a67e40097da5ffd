-- Operators, their sessions, and what they have looked at.
-- Twin of ../sqlite/0004_operators.sql: same tables, columns, constraints and indexes.
-- BYTEA columns named totp_secret and answer hold ciphertext of the vault.

CREATE TABLE operator (
    id TEXT NOT NULL CONSTRAINT operator_id_key PRIMARY KEY,
    login TEXT NOT NULL CONSTRAINT operator_login_key UNIQUE,
    role TEXT NOT NULL CONSTRAINT operator_role_known CHECK (role IN ('specialist', 'operator', 'senior', 'auditor', 'administrator')),
    phc TEXT NOT NULL,
    must_change BIGINT NOT NULL,
    totp_secret BYTEA NOT NULL,
    totp_step BIGINT,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE operator_session (
    id TEXT NOT NULL CONSTRAINT operator_session_id_key PRIMARY KEY,
    operator_id TEXT NOT NULL CONSTRAINT operator_session_operator_id_ref REFERENCES operator (id) ON DELETE CASCADE,
    token_hash BYTEA NOT NULL CONSTRAINT operator_session_token_hash_key UNIQUE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX operator_session_operator_id_idx ON operator_session (operator_id);
CREATE INDEX operator_session_expires_at_idx ON operator_session (expires_at);

-- A value of a case that an operator has asked to see, and when last.
CREATE TABLE review_reveal (
    review_id TEXT NOT NULL CONSTRAINT review_reveal_review_id_ref REFERENCES review (id) ON DELETE CASCADE,
    operator_id TEXT NOT NULL,
    field TEXT NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT review_reveal_review_id_operator_id_field_key PRIMARY KEY (review_id, operator_id, field)
);

-- Why a second operator agreed with a proposal or rejected it.
ALTER TABLE review ADD COLUMN answer BYTEA;

-- The queue by its second order.
CREATE INDEX review_cause_opened_at_idx ON review (cause, opened_at) WHERE state <> 'closed';
