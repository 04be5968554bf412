//! Connections that stay on this machine, whatever name the SDK asks for.

use std::net::{IpAddr, Ipv4Addr};

use aws_sdk_sfn::config::SharedHttpClient;
use aws_smithy_http_client::{Builder, tls};
use aws_smithy_runtime_api::client::dns::{DnsFuture, ResolveDns};

/// Every name is this machine, also the service's with `sync-` before it.
#[derive(Debug, Clone)]
struct Loopback;

impl ResolveDns for Loopback {
    fn resolve_dns<'a>(&'a self, _: &'a str) -> DnsFuture<'a> {
        DnsFuture::ready(Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST)]))
    }
}

/// Connections to the emulators.
pub(crate) fn http_client() -> SharedHttpClient {
    let rustls = tls::Provider::Rustls(tls::rustls_provider::CryptoMode::AwsLc);
    Builder::new().tls_provider(rustls).build_with_resolver(Loopback)
}
