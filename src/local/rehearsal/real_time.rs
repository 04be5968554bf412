//! An interpreter that waits for real answers, in talks that are played on virtual time: while it is asked, the talk's
//! clock stands still, and whatever it waits for goes by a runtime of real time.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::task::{Context, Poll};

use async_trait::async_trait;
use tokio::runtime::Handle;

use crate::app::MakeInterpreter;
use crate::interpreter::{Heard, Interpreter, Proposal, Suggesting};
use crate::order::{Draft, ItemId, Language};

/// Makes interpreters whose sockets and time limits are this runtime's, which must have threads of its own.
pub fn in_real_time(make: MakeInterpreter, real: Handle) -> MakeInterpreter {
    Arc::new(move |menu| {
        Arc::new(InRealTime {
            interpreter: make(menu),
            real: real.clone(),
        })
    })
}

#[derive(Debug)]
struct InRealTime {
    interpreter: Arc<dyn Interpreter>,
    real: Handle,
}

impl InRealTime {
    async fn wait<T>(&self, asked: impl Future<Output = T> + Send) -> T {
        let _stands_still = StandsStill::begin();
        Within {
            real: &self.real,
            future: Box::pin(asked),
        }
        .await
    }
}

#[async_trait]
impl Interpreter for InRealTime {
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal {
        self.wait(self.interpreter.interpret(language, heard)).await
    }

    async fn suggest(&self, language: Language, draft: &Draft, candidates: &[ItemId]) -> Option<Suggesting> {
        self.wait(self.interpreter.suggest(language, draft, candidates))
            .await
    }

    fn looks_back(&self) -> bool {
        self.interpreter.looks_back()
    }

    fn prepare(&self, language: Language) {
        self.interpreter.prepare(language);
    }
}

/// For as long as this lives, the paused clock of the runtime that it began on does not jump: tokio's stands still while
/// there is blocking work, and this is such, which waits for its own end.
struct StandsStill(#[expect(dead_code, reason = "its end is what is waited for")] Sender<()>);

impl StandsStill {
    fn begin() -> Self {
        let (end, ended) = channel();
        tokio::task::spawn_blocking(move || ended.recv());
        Self(end)
    }
}

/// A future that is polled as if it were a runtime's, wherever it is awaited.
struct Within<'a, T> {
    real: &'a Handle,
    future: Pin<Box<dyn Future<Output = T> + Send + 'a>>,
}

impl<T> Future for Within<'_, T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let _entered = self.real.enter();
        self.future.as_mut().poll(context)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::{Instant, sleep, timeout};

    use super::*;
    use crate::interpreter::{Act, Certainty};
    use crate::local::rehearsal::on_virtual_time;

    /// Takes so long by its own runtime's clock, and as long to be cut at two seconds.
    #[derive(Debug)]
    struct Slow(Duration);

    #[async_trait]
    impl Interpreter for Slow {
        async fn interpret(&self, _: Language, _: Heard<'_>) -> Proposal {
            let begun = Instant::now();
            let act = match timeout(Duration::from_secs(2), sleep(self.0)).await {
                Ok(()) if begun.elapsed() >= self.0 => Act::Thanks,
                _ => Act::Nothing,
            };
            Proposal::of(act, Certainty::Certain)
        }

        async fn suggest(&self, _: Language, _: &Draft, _: &[ItemId]) -> Option<Suggesting> {
            None
        }
    }

    #[test]
    fn virtual_time_stands_still_while_a_real_answer_is_waited_for() {
        let real = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let slow = InRealTime {
            interpreter: Arc::new(Slow(Duration::from_millis(60))),
            real: real.handle().clone(),
        };
        on_virtual_time(async {
            let draft = Draft::default();
            let heard = Heard {
                transcripts: &[],
                hint: None,
                draft: &draft,
                asked: None,
                last_line: None,
                spoken: None,
                recent: &[],
                within: None,
            };
            let begun = Instant::now();
            // A timer of the talk's own would be jumped to at once, if its clock did not stand still.
            let answered = timeout(Duration::from_millis(1), slow.interpret(Language::EnUs, heard));
            assert_eq!(answered.await.unwrap().act, Act::Thanks);
            assert_eq!(begun.elapsed(), Duration::ZERO);
            sleep(Duration::from_secs(3600)).await;
            assert_eq!(begun.elapsed(), Duration::from_secs(3600));
        })
        .unwrap();
    }
}
