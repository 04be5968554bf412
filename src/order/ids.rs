//! Identifiers as types of their own, so that an option is never taken for an item.
//!
//! Ids of the menu are written by the shop; the menu check holds them to [`is_wellformed`].

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(SmolStr);

        impl $name {
            /// Wraps an identifier as it is.
            pub fn new(id: impl Into<SmolStr>) -> Self {
                Self(id.into())
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(/** The shop that every stored key belongs to. */ ShopId);
id!(/** A customer as the channel itself proved them to be: never from a slot or a session attribute. */ CustomerId);
id!(/** A person of a household whose voice the channel itself knows. */ PersonId);
id!(/** A draft, the order it becomes, and the name of that order's execution: one id for the three. */ OrderId);
id!(/** A dish or drink on the menu. */ ItemId);
id!(/** A kind of item, such as drinks. */ CategoryId);
id!(/** A topping, flavour, filling or style that an item can take. */ OptionId);
id!(/** A set of options that an item offers, with a least and a most. */ GroupId);
id!(/** A property that an item comes in, such as size or container. */ AttributeId);
id!(/** One value of an attribute, such as large. */ ValueId);

impl CustomerId {
    const TELEPHONE: &str = "phone:";

    /// Whoever calls from a number, of which this is a hash.
    pub fn of_telephone(hash: &str) -> Self {
        Self(smol_str::format_smolstr!("{}{hash}", Self::TELEPHONE))
    }

    /// Whether this is somebody who orders by telephone, and is known by their number alone.
    pub fn is_telephone(&self) -> bool {
        self.0.starts_with(Self::TELEPHONE)
    }
}

/// Whether a shop may use this text as an id: 1 to 64 of `a-z`, `0-9`, `_` and `-`.
pub fn is_wellformed(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
}
