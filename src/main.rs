//! The `comanda` command.
use std::io;
use std::process::ExitCode;

use comanda::asl::{Definition, MachineType, run_lines};

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let args: Vec<_> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["asl", "run"] => match run_lines(io::stdin().lock(), io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        ["asl", "check", file] => {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            match Definition::from_json(&text, MachineType::Standard) {
                Ok(_) => ExitCode::SUCCESS,
                Err(faults) => {
                    use io::Write;
                    faults
                        .iter()
                        .for_each(|fault| drop(writeln!(io::stdout(), "{fault}")));
                    ExitCode::FAILURE
                }
            }
        }
        _ => ExitCode::FAILURE,
    }
}
