//! Rules without I/O: fields, password policy, levels, steps.
