-- Files that citizens send where they are asked to.
-- Twin of ../sqlite/0003_uploads.sql. The bytes lie in the object store under the upload's id, sealed.

CREATE TABLE upload_request (
    id TEXT NOT NULL CONSTRAINT upload_request_id_key PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT upload_request_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT
);

CREATE INDEX upload_request_account_id_idx ON upload_request (account_id, purpose);

CREATE TABLE upload (
    id TEXT NOT NULL CONSTRAINT upload_id_key PRIMARY KEY,
    request_id TEXT NOT NULL CONSTRAINT upload_request_id_ref REFERENCES upload_request (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL CONSTRAINT upload_account_id_ref REFERENCES account (id) ON DELETE CASCADE,
    name BYTEA NOT NULL,
    kind TEXT NOT NULL CONSTRAINT upload_kind_known CHECK (kind IN ('pdf', 'jpeg', 'png')),
    size BIGINT NOT NULL,
    content_mac BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT upload_request_id_content_mac_key UNIQUE (request_id, content_mac)
);

CREATE INDEX upload_account_id_idx ON upload (account_id);
