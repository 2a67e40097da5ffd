//! What all values and errors of fields have, written once.

/// A value kept as its canonical text.
macro_rules! field_value {
    ($(#[$about:meta])* pub struct $Value:ident;) => {
        $(#[$about])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $Value(String);

        impl $Value {
            /// The canonical form, as it is stored.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl core::fmt::Debug for $Value {
            /// Says nothing of the value: values end up in logs.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($Value), "(…)"))
            }
        }
    };
}

/// The error of a field: `Empty`, `TooLong` and what is listed, each with its code.
macro_rules! field_error {
    (
        $(#[$about:meta])*
        pub enum $Error:ident {
            $($(#[$why:meta])* $Variant:ident $((Option<$Detail:ty>))? => $code:literal,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Error {
            /// Nothing typed.
            Empty,
            /// More characters than the field takes.
            TooLong,
            $($(#[$why])* $Variant $((Option<$Detail>))?,)*
        }

        impl $Error {
            /// Every error once.
            pub const ALL: [Self; 2 + [$($code),*].len()] =
                [Self::Empty, Self::TooLong, $(Self::$Variant $((None::<$Detail>))?),*];

            /// Code of the error.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    Self::Empty => "empty",
                    Self::TooLong => "too_long",
                    $(Self::$Variant { .. } => $code,)*
                }
            }

            /// The error with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|error| error.code() == code)
            }
        }

        impl From<$crate::clean::Unusable> for $Error {
            fn from(unusable: $crate::clean::Unusable) -> Self {
                match unusable {
                    $crate::clean::Unusable::TooLong => Self::TooLong,
                    $crate::clean::Unusable::Empty => Self::Empty,
                }
            }
        }
    };
}

/// The error of a field that holds a number: what every number refuses, then what is listed.
macro_rules! number_error {
    ($(#[$about:meta])* pub enum $Error:ident { $($rest:tt)* }) => {
        field_error! {
            $(#[$about])*
            pub enum $Error {
                /// A sign that the number cannot have.
                InvalidCharacters => "invalid_characters",
                /// Too few or too many signs: how many, where that is known.
                WrongLength(Option<u32>) => "wrong_length",
                $($rest)*
            }
        }

        impl From<$crate::number::NumberError> for $Error {
            fn from(error: $crate::number::NumberError) -> Self {
                use $crate::number::NumberError;
                match error {
                    NumberError::InvalidCharacters => Self::InvalidCharacters,
                    NumberError::WrongLength(length) => Self::WrongLength(length),
                }
            }
        }
    };
}
