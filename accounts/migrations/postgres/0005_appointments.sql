-- Visits to service centres: a time is held while somebody books it, and belongs to one person then.
-- Twin of ../sqlite/0005_appointments.sql: same tables, columns, constraints and indexes.
-- BYTEA columns: code holds ciphertext of the vault, code_index its blind index.

CREATE TABLE appointment (
    id TEXT NOT NULL CONSTRAINT appointment_id_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT appointment_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    -- Id in the directory of centres, and which of its windows.
    centre TEXT NOT NULL,
    place BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    state TEXT NOT NULL CONSTRAINT appointment_state_known CHECK (state IN ('held', 'booked', 'cancelled', 'over')),
    held_until BIGINT,
    code BYTEA,
    code_index BYTEA CONSTRAINT appointment_code_index_key UNIQUE,
    -- Key of the message that reminds of it.
    reminder TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);

CREATE UNIQUE INDEX appointment_centre_starts_at_place_key ON appointment (centre, starts_at, place) WHERE state IN ('held', 'booked');
CREATE UNIQUE INDEX appointment_account_id_state_key ON appointment (account_id, state) WHERE state IN ('held', 'booked');
CREATE INDEX appointment_account_id_idx ON appointment (account_id);
