//! Times of day in words: "half past" is left to those who say so; "eight thirty", "oito e meia".

use jiff::civil::{Time, Weekday};

use super::Phrases;
use super::number::spell;
use crate::order::Language;
use crate::order::menu::Gender;

impl Phrases {
    /// A time of day as one says it after "at" and "by"; in Portuguese without its article.
    pub fn clock(&self, time: Time) -> String {
        let (hour, minute) = (
            u32::from(time.hour().unsigned_abs()),
            u32::from(time.minute().unsigned_abs()),
        );
        match (hour, minute) {
            (0, 0) => return self.plain("midnight"),
            (12, 0) => return self.plain("noon"),
            _ => {}
        }
        match self.language {
            Language::EnUs => {
                let said = spell((hour + 11) % 12 + 1, self.language, None);
                match minute {
                    0 => said,
                    1..10 => format!("{said} oh {}", spell(minute, self.language, None)),
                    _ => format!("{said} {}", spell(minute, self.language, None)),
                }
            }
            Language::PtBr => {
                // In the evening one says "oito", in the small hours of the day "uma".
                let told = if hour > 12 { hour - 12 } else { hour };
                let said = match told {
                    0 => self.plain("midnight"),
                    _ => spell(told, self.language, Some(Gender::Feminine)),
                };
                match minute {
                    0 => said,
                    30 => format!("{said} e meia"),
                    _ => format!("{said} e {}", spell(minute, self.language, None)),
                }
            }
        }
    }

    /// A time of day with the words that stand before it: "at eight", "às oito", "ao meio-dia", "à uma".
    pub fn at_clock(&self, time: Time) -> String {
        let clock = self.clock(time);
        let hour = time.hour();
        let article = match (self.language, hour, time.minute()) {
            (Language::EnUs, ..) => "at",
            (Language::PtBr, 12, 0) => "ao",
            (Language::PtBr, 0 | 1 | 13, _) => "à",
            (Language::PtBr, ..) => "às",
        };
        format!("{article} {clock}")
    }

    /// A time of day for which something is wanted: "for eight", "para as oito", "para o meio-dia".
    pub fn for_clock(&self, time: Time) -> String {
        let clock = self.clock(time);
        let before = match (self.language, time.hour(), time.minute()) {
            (Language::EnUs, ..) => "for",
            (Language::PtBr, 12, 0) => "para o",
            (Language::PtBr, 0 | 1 | 13, _) => "para a",
            (Language::PtBr, ..) => "para as",
        };
        format!("{before} {clock}")
    }

    /// A time of day as something lasts until then: "three", "as três", "o meio-dia".
    pub fn until_clock(&self, time: Time) -> String {
        let clock = self.clock(time);
        match (self.language, time.hour(), time.minute()) {
            (Language::EnUs, ..) => clock,
            (Language::PtBr, 12, 0) => format!("o {clock}"),
            (Language::PtBr, 0 | 1 | 13, _) => format!("a {clock}"),
            (Language::PtBr, ..) => format!("as {clock}"),
        }
    }

    /// From one time of day to another: "from eleven to three", "das onze às três".
    pub fn from_to(&self, from: Time, to: Time) -> String {
        let from_said = self.clock(from);
        let before = match (self.language, from.hour(), from.minute()) {
            (Language::EnUs, ..) => "from",
            (Language::PtBr, 12, 0) => "do",
            (Language::PtBr, 0 | 1 | 13, _) => "da",
            (Language::PtBr, ..) => "das",
        };
        let to_said = match self.language {
            Language::EnUs => format!("to {}", self.clock(to)),
            Language::PtBr => self.at_clock(to),
        };
        format!("{before} {from_said} {to_said}")
    }

    /// The days of every week on which something is: "on Fridays", "from Monday to Friday".
    pub fn on_days(&self, days: &[Weekday]) -> String {
        let ids: Vec<&str> = days.iter().map(|day| id(*day)).collect();
        let follow = days.windows(2).all(|pair| match pair {
            [one, next] => one.wrapping_add(1) == *next,
            _ => false,
        });
        if let [first, _, .., last] = ids.as_slice()
            && follow
        {
            let gaps = [("from", (*first).into()), ("to", (*last).into())];
            return self.say("from-day-to-day", &gaps);
        }
        let days: Vec<String> = ids
            .into_iter()
            .map(|id| self.say("on-days", &[("day", id.into())]))
            .collect();
        self.and(&days)
    }

    /// A weekday with the words that stand before it: "on Monday", "na segunda".
    pub fn on_weekday(&self, day: Weekday) -> String {
        let key = match day {
            Weekday::Monday => "on-monday",
            Weekday::Tuesday => "on-tuesday",
            Weekday::Wednesday => "on-wednesday",
            Weekday::Thursday => "on-thursday",
            Weekday::Friday => "on-friday",
            Weekday::Saturday => "on-saturday",
            Weekday::Sunday => "on-sunday",
        };
        self.plain(key)
    }
}

/// A weekday as the sentences select by it.
fn id(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;
    use crate::phrases::phrases;

    #[test]
    fn times_are_said_as_people_say_them() {
        let check = |hour, minute, english: &str, portuguese: &str| {
            let time = time(hour, minute, 0, 0);
            assert_eq!(phrases(Language::EnUs).at_clock(time), english);
            assert_eq!(phrases(Language::PtBr).at_clock(time), portuguese);
        };
        check(20, 30, "at eight thirty", "às oito e meia");
        check(12, 0, "at noon", "ao meio-dia");
        check(0, 0, "at midnight", "à meia-noite");
        check(0, 15, "at twelve fifteen", "à meia-noite e quinze");
        check(13, 5, "at one oh five", "à uma e cinco");
        check(19, 0, "at seven", "às sete");
        check(2, 10, "at two ten", "às duas e dez");
    }

    #[test]
    fn days_that_follow_are_a_span() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let check = |days: &[Weekday], english: &str, portuguese: &str| {
            assert_eq!(phrases(Language::EnUs).on_days(days), english);
            assert_eq!(phrases(Language::PtBr).on_days(days), portuguese);
        };
        check(&[Friday], "on Fridays", "às sextas");
        check(
            &[Saturday, Sunday],
            "on Saturdays and on Sundays",
            "aos sábados e aos domingos",
        );
        check(
            &[Monday, Tuesday, Wednesday, Thursday, Friday],
            "from Monday to Friday",
            "de segunda a sexta",
        );
        check(
            &[Monday, Wednesday, Friday],
            "on Mondays, on Wednesdays and on Fridays",
            "às segundas, às quartas e às sextas",
        );
        check(
            &[Tuesday, Thursday],
            "on Tuesdays and on Thursdays",
            "às terças e às quintas",
        );
    }

    #[test]
    fn what_lasts_has_an_article() {
        let check = |hour, minute, english: &str, portuguese: &str| {
            let time = time(hour, minute, 0, 0);
            assert_eq!(phrases(Language::EnUs).until_clock(time), english);
            assert_eq!(phrases(Language::PtBr).until_clock(time), portuguese);
        };
        check(15, 0, "three", "as três");
        check(1, 0, "one", "a uma");
        check(12, 0, "noon", "o meio-dia");
    }

    #[test]
    fn spans_have_their_articles() {
        let (noon, three) = (time(12, 0, 0, 0), time(15, 0, 0, 0));
        assert_eq!(
            phrases(Language::PtBr).from_to(noon, three),
            "do meio-dia às três"
        );
        assert_eq!(phrases(Language::EnUs).from_to(noon, three), "from noon to three");
    }
}
