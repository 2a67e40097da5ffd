//! The portal behind the pages: enrolment, sessions, store, vault, outbox, journal.
