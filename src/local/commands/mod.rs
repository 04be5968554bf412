//! The commands of the `comanda` binary, one a file.

mod asl;
mod chat;
mod eval;
mod interpret;
mod menu;
mod model;
mod new;
mod serve;
mod test;
mod understanding;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::machine::Places;
use super::simulation::Pace;
pub use understanding::ConnectClaude;
use understanding::UnderstandingArgs;

/// Takes food orders by voice and follows them to the door.
#[derive(Debug, Parser)]
#[command(name = "comanda", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the console page, the skill endpoints and the staff board (the default)
    Serve(ServeArgs),
    /// Talk in the terminal, or through a pipe
    Chat(ChatArgs),
    /// Read orders in JSON lines and write what they were understood as, or explain how words are read
    Interpret(interpret::InterpretArgs),
    /// Write a commented starter shop into a folder of your own
    New {
        /// The folder; no file in it is written over
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Check a menu folder
    Menu {
        #[command(subcommand)]
        command: MenuCommand,
    },
    /// Write the interaction models that a menu makes
    Model {
        /// The menu folder
        #[arg(long, default_value = "menu", value_name = "DIR")]
        menu: PathBuf,
        /// The folder to write to
        #[arg(long, default_value = "interaction-model", value_name = "DIR")]
        out: PathBuf,
        /// Where the skill's requests go: an HTTPS address or a Lambda function's ARN
        #[arg(long, default_value = "https://example.com/alexa", value_name = "URI")]
        endpoint: String,
        /// Where the shop's privacy policy can be read
        #[arg(long, default_value = "https://example.com/privacy", value_name = "URL")]
        privacy: String,
        /// Write nothing; fail if the files are not what the menu makes
        #[arg(long)]
        check: bool,
    },
    /// Play the talks beside a menu and say which lines differ
    Test {
        /// The menu folder; its talks are in talks/LANGUAGE/*.txt
        #[arg(value_name = "DIR", default_value = "menu")]
        folder: PathBuf,
        /// Another folder of talks, with one folder a language in it
        #[arg(long, value_name = "DIR")]
        talks: Option<PathBuf>,
        /// Write what the shop says in place of what is written; read the change before you keep it
        #[arg(long, conflicts_with = "say")]
        update: bool,
        /// Print what the shop says, each sentence once, to be read aloud
        #[arg(long)]
        say: bool,
    },
    /// Play talks with Claude to understand them, and print how right, how fast and how dear it is
    #[command(mut_arg("interpreter", |arg| arg.default_value("tiered")))]
    Eval(EvalArgs),
    /// Run or check Amazon States Language
    Asl {
        #[command(subcommand)]
        command: AslCommand,
    },
}

#[derive(Debug, Subcommand)]
enum MenuCommand {
    /// List every fault with file and place
    Check {
        /// The menu folder
        #[arg(value_name = "DIR", default_value = "menu")]
        folder: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum AslCommand {
    /// Run executions with scripted tasks: JSON lines in, JSON lines out
    Run,
    /// List a definition's faults
    Check {
        /// The definition
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Check it as an Express machine
        #[arg(long)]
        express: bool,
    },
}

#[derive(Debug, Clone, Args)]
struct PlaceArgs {
    /// The folder that holds everything durable
    #[arg(long, default_value = "comanda-data", value_name = "DIR")]
    data: PathBuf,
    /// The menu folder
    #[arg(long, default_value = "menu", value_name = "DIR")]
    menu: PathBuf,
    /// How fast the simulated kitchen and courier are
    #[arg(long, value_enum, default_value = "demo")]
    pace: Pace,
}

impl PlaceArgs {
    fn places(&self) -> Places {
        Places {
            data: self.data.clone(),
            menu: self.menu.clone(),
        }
    }
}

#[derive(Debug, Clone, Args)]
struct ServeArgs {
    /// Where to listen; requests are taken unsigned, so only loopback addresses
    #[arg(long, default_value = "127.0.0.1:7070", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// The only Alexa skill whose requests are taken; any, where none is given
    #[arg(long, value_name = "ID", env = "COMANDA_ALEXA_SKILL_ID")]
    alexa_skill_id: Option<String>,
    /// Where Alexa's own API is, for stand-ins; what a request names, if it is Alexa's, where none is given
    #[arg(long, value_name = "URL", env = "COMANDA_ALEXA_API")]
    alexa_api: Option<String>,
    /// The issuer of the user pool whose accounts customers link to the skill; none are, where none is given
    #[arg(
        long,
        value_name = "URL",
        env = "COMANDA_ACCOUNT_ISSUER",
        requires = "account_client"
    )]
    account_issuer: Option<String>,
    /// The app client that the skill is to that user pool
    #[arg(
        long,
        value_name = "ID",
        env = "COMANDA_ACCOUNT_CLIENT",
        requires = "account_issuer"
    )]
    account_client: Option<String>,
    #[command(flatten)]
    understanding: UnderstandingArgs,
    #[command(flatten)]
    places: PlaceArgs,
}

#[derive(Debug, Clone, Args)]
struct ChatArgs {
    /// The language to talk in: en-US or pt-BR; the shop's first, where none is given
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,
    #[command(flatten)]
    understanding: UnderstandingArgs,
    #[command(flatten)]
    places: PlaceArgs,
}

#[derive(Debug, Clone, Args)]
struct EvalArgs {
    /// The menu folder
    #[arg(long, default_value = "menu", value_name = "DIR")]
    menu: PathBuf,
    /// The folder of talks, with one folder a language in it; the menu's, where none is given
    #[arg(long, value_name = "DIR")]
    talks: Option<PathBuf>,
    /// Write the figures to this file too, as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Print every turn after which the order is not the one that is written
    #[arg(long)]
    differences: bool,
    #[command(flatten)]
    understanding: UnderstandingArgs,
}

impl Cli {
    /// Carries out the command. The result is the process's exit code. `connect` connects to Claude, in a program that was
    /// built with it.
    ///
    /// # Errors
    /// What a person should read before trying again.
    pub fn run(self, connect: Option<ConnectClaude>) -> anyhow::Result<std::process::ExitCode> {
        match self.command {
            None => serve::run(&self.serve, connect),
            Some(Command::Serve(args)) => serve::run(&args, connect),
            Some(Command::Chat(args)) => chat::run(&args, connect),
            Some(Command::Interpret(args)) => interpret::run(&args),
            Some(Command::New { folder }) => new::run(&folder),
            Some(Command::Menu {
                command: MenuCommand::Check { folder },
            }) => menu::check(&folder),
            Some(Command::Model {
                menu,
                out,
                endpoint,
                privacy,
                check,
            }) => model::run(&menu, &out, &endpoint, &privacy, check),
            Some(Command::Test {
                folder,
                talks,
                update,
                say,
            }) => {
                let doing = match (update, say) {
                    (true, _) => test::Doing::Update,
                    (false, true) => test::Doing::Say,
                    (false, false) => test::Doing::Compare,
                };
                test::run(&folder, talks, doing)
            }
            Some(Command::Eval(args)) => eval::run(&args, connect),
            Some(Command::Asl {
                command: AslCommand::Run,
            }) => asl::run(),
            Some(Command::Asl {
                command: AslCommand::Check { file, express },
            }) => asl::check(&file, express),
        }
    }
}
