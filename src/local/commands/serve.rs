//! `comanda serve`: the page, the endpoints and the board on a loopback address.

use std::io::{Write, stdout};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, ensure};
use tokio::net::TcpListener;

use super::{ConnectClaude, ServeArgs};
use crate::channel::alexa::{Accounts, AlexaApi, AlexaProfiles, BadPool};
use crate::local::machine::LocalMachine;
use crate::web::{self, GuardedHosts};

/// How long requests that are under way may take to end after Ctrl-C; a client that sends nothing more is not waited for.
const LONGEST_GOODBYE: Duration = Duration::from_secs(3);

pub(super) fn run(args: &ServeArgs, connect: Option<ConnectClaude>) -> anyhow::Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(serve(args, connect))
}

async fn serve(args: &ServeArgs, connect: Option<ConnectClaude>) -> anyhow::Result<ExitCode> {
    ensure!(
        args.listen.ip().is_loopback(),
        "{} is not a loopback address: requests are taken unsigned, so they must come from this machine",
        args.listen
    );
    let alexa = AlexaApi::new(args.alexa_api.as_deref())?;
    let profiles = AlexaProfiles::new(alexa.clone());
    let accounts = accounts(args, &alexa)?;
    // The port is taken first: a second server must not even look at the first one's data.
    let listener = TcpListener::bind(args.listen).await.with_context(|| {
        format!(
            "cannot listen on {}; choose another address with --listen",
            args.listen
        )
    })?;
    let address = listener.local_addr()?;
    let interpreters = args.understanding.interpreters(connect).await?;
    let (places, pace) = (args.places.places(), args.places.pace);
    let machine = LocalMachine::start(&places, pace, Some(Arc::new(profiles)), interpreters).await?;
    let hosts = GuardedHosts::of(address);
    let router = web::local(
        &machine.app,
        &machine.news,
        args.alexa_skill_id.clone(),
        Some(alexa),
        accounts,
        hosts,
    );
    writeln!(
        stdout(),
        "{} takes orders at http://{address}",
        machine.app.menu().shop.name
    )?;
    writeln!(stdout(), "  staff board: http://{address}/staff")?;
    let (stopping, stop) = tokio::sync::oneshot::channel::<()>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        stopped().await;
        // The end of the channel says it.
        drop(stopping);
    });
    tokio::select! {
        ended = serving.into_future() => ended?,
        () = async { drop(stop.await); tokio::time::sleep(LONGEST_GOODBYE).await; } => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// The accounts that customers may link, where a pool is named.
fn accounts(args: &ServeArgs, alexa: &AlexaApi) -> anyhow::Result<Option<Arc<Accounts>>> {
    let (Some(issuer), Some(client)) = (&args.account_issuer, &args.account_client) else {
        return Ok(None);
    };
    let accounts = Accounts::of(alexa.clone(), issuer, client).map_err(|bad| match bad {
        BadPool::Issuer => anyhow::anyhow!("--account-issuer {bad}"),
        BadPool::Client => anyhow::anyhow!("--account-client {bad}"),
    })?;
    Ok(Some(Arc::new(accounts)))
}

/// Ctrl-C. Whatever is under way goes on after the next start, as it does after any other end.
async fn stopped() {
    drop(tokio::signal::ctrl_c().await);
}
