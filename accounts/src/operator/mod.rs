//! Operators: the people at the desk. Whoever keeps the machine makes them on the command line.

mod issued;
mod login;
mod manage;
mod role;
mod row;
mod totp;

pub use issued::Issued;
pub use login::OperatorLogin;
pub use manage::{OperatorError, OperatorLine, add, disable, list, reset};
pub use role::Role;

pub(crate) use row::{Operator, find, load};
pub(crate) use totp::fitting_step;
