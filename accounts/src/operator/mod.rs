//! Operators: the people at the desk. Whoever keeps the machine makes the first of them on the command line,
//! administrators the others at the desk.

mod acting;
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

pub(crate) use acting::Acting;
pub(crate) use manage::{add_by, disable_by, line_of, list_after, place_by, reset_by};
pub(crate) use row::{Operator, find, load};
pub(crate) use totp::fitting_step;
