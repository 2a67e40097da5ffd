//! The outside world on loopback: SMS, voice and mail.
