//! A visitor over real sockets: journeys, chaos and bench.
