//! Signed Alexa requests that others made, each to be taken or refused.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(clippy::unwrap_used)]

use comanda::channel::alexa::signature::{SignedRequest, TrustRoots, verify};
use serde_json::Value;

#[test]
fn every_signed_request_is_judged_rightly() {
    let file = std::fs::read(super::folder("clients/signatures").join("vectors.json")).unwrap();
    let kit: Value = serde_json::from_slice(&file).unwrap();
    let roots = TrustRoots::from_pem(kit["trusted_root_pem"].as_str().unwrap().as_bytes());
    assert!(!roots.is_empty());
    let vectors = kit["vectors"].as_array().unwrap();
    assert!(!vectors.is_empty());
    for vector in vectors {
        let header = |name: &str| vector["headers"].get(name).and_then(Value::as_str);
        let request = SignedRequest {
            chain_url: header("SignatureCertChainUrl"),
            signature: header("Signature-256"),
            body: vector["body"].as_str().unwrap().as_bytes(),
        };
        let chain = vector["cert_chain"]
            .as_str()
            .map_or("", |chain| kit["cert_chains"][chain].as_str().unwrap());
        let clock = vector["clock"].as_str().unwrap().parse().unwrap();
        let outcome = verify(request, chain.as_bytes(), &roots, clock);
        let expected = vector["expect"] == "accept";
        assert_eq!(
            outcome.is_ok(),
            expected,
            "{}: {outcome:?}, because {}",
            vector["name"],
            vector["why"]
        );
    }
}
