//! Recorded executions, judged by the kit's own runner.

use std::process::Command;

use super::folder;

#[test]
fn every_recorded_execution_ends_as_recorded() {
    let kit = folder("asl");
    let output = Command::new("python3")
        .arg(kit.join("run.py"))
        .args(["--show", "20", "--cases"])
        .arg(folder("asl/cases"))
        .args(["--", env!("CARGO_BIN_EXE_comanda"), "asl", "run"])
        .output()
        .expect("python3 runs the kit's runner");
    let report = String::from_utf8_lossy(&output.stdout);
    println!("{report}");
    assert!(
        output.status.success(),
        "{report}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(!report.contains(" 0 passed"), "no case was run");
}
