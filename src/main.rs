//! The `comanda` command.
fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [_, "interpret", "--menu", menu] => {
            let menu = std::fs::read_to_string(menu)?;
            comanda::interpreter::kit::interpret_lines(
                &menu,
                std::io::stdin().lock(),
                std::io::stdout().lock(),
            )
        }
        _ => anyhow::bail!("usage: comanda interpret --menu FILE"),
    }
}
