//! Where the board's page sends staff to sign in: the address of a user pool's own pages, and the client that the board is
//! to them. Both are public; what makes a sign-in is the password and the exchange that the page begins (`session.js`).

/// A user pool's pages, and the board as their client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    address: String,
    client: String,
}

/// What is wrong with where staff are to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadSignIn {
    /// The address.
    #[error("is no origin: https://, a host, and nothing behind it; http:// for a stand-in on this machine")]
    Address,
    /// The client.
    #[error("is no app client's id, which is of letters and digits")]
    Client,
}

impl SignIn {
    /// The pages at `address`, an origin such as `https://shop.auth.us-east-1.amazoncognito.com`, for the app client `client`.
    ///
    /// # Errors
    /// [`BadSignIn`]: both are put into the page and its policy as they are, so they may hold nothing else.
    pub fn of(address: &str, client: &str) -> Result<Self, BadSignIn> {
        if !is_origin(address) {
            return Err(BadSignIn::Address);
        }
        // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '+');
        if !(1..=128).contains(&client.len()) || !client.chars().all(allowed) {
            return Err(BadSignIn::Client);
        }
        Ok(Self {
            address: address.to_owned(),
            client: client.to_owned(),
        })
    }

    /// The id of the client that the board is.
    pub fn client(&self) -> &str {
        &self.client
    }

    /// The origin that the page may call besides its own.
    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

fn is_origin(address: &str) -> bool {
    let (host, is_open) = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
        (Some(rest), _) => (rest, false),
        (None, Some(rest)) => (rest, true),
        (None, None) => return false,
    };
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let of_host = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    let is_name = (1..=253).contains(&name.len()) && name.chars().all(of_host);
    let on_this_machine = matches!(name, "localhost" | "127.0.0.1");
    is_name && port.parse::<u16>().is_ok() && (on_this_machine || !is_open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_and_a_client_and_nothing_else() {
        const POOL: &str = "https://shop.auth.us-east-1.amazoncognito.com";
        let check = |address: &str, client: &str, expected: Result<(), BadSignIn>| {
            let made = SignIn::of(address, client).map(|_| ());
            assert_eq!(made, expected, "{address} {client}");
        };
        check(POOL, "4vcp2hm3qexample", Ok(()));
        check("https://staff.example:8443", "a", Ok(()));
        check("http://localhost:7200", "a", Ok(()));
        check("http://127.0.0.1:7200", "a", Ok(()));
        for address in [
            "",
            "https://",
            "shop.example",
            "http://shop.example",
            "http://localhost.shop.example:80",
            "https://shop.example/",
            "https://shop.example/login",
            "https://shop.example;script-src *",
            "https://shop.example\" onload=\"x",
            "https://shop.example https://evil.example",
            "https://who@shop.example",
            "https://shop.example:port",
            "https://*.example",
            "javascript:alert(1)",
        ] {
            check(address, "a", Err(BadSignIn::Address));
        }
        for client in ["", "a b", "a\"", "a<b", &"a".repeat(129)] {
            check(POOL, client, Err(BadSignIn::Client));
        }
    }
}
