//! Why a reading is not certain: a closed list of reasons, of which a reading may have several.

/// A reason not to be certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The channel was unsure of its hearing.
    Hearing,
    /// A word is not on the menu, and was taken for the one there that it is spelt or sounds nearly like.
    Respelt,
    /// A word is of neither menu nor lexicon.
    Unknown,
    /// Words that stand where food does name nothing on the menu.
    OffMenu,
    /// Words are but a part of a longer name.
    Part,
    /// Words fit several things on the menu.
    Several,
    /// The words may be parted into lines in another way that makes nearly as much sense.
    Parting,
    /// A portion was said that goes with nothing.
    Portion,
    /// A number may be shared out in more than one way.
    Sharing,
    /// One of two numbers was said or heard.
    Number,
    /// Which line of the draft is meant, or what is to become of it, was not said clearly.
    Target,
    /// The words are put like a question.
    Question,
    /// There are more words than are read.
    Unread,
    /// Nothing in the words was understood.
    Nothing,
}

impl Doubt {
    /// Every reason, in the order in which they are told.
    pub const ALL: [Self; 14] = [
        Self::Hearing,
        Self::Respelt,
        Self::Unknown,
        Self::OffMenu,
        Self::Part,
        Self::Several,
        Self::Parting,
        Self::Portion,
        Self::Sharing,
        Self::Number,
        Self::Target,
        Self::Question,
        Self::Unread,
        Self::Nothing,
    ];

    /// Its name where machines read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hearing => "hearing",
            Self::Respelt => "respelt",
            Self::Unknown => "unknown",
            Self::OffMenu => "off_menu",
            Self::Part => "part",
            Self::Several => "several",
            Self::Parting => "parting",
            Self::Portion => "portion",
            Self::Sharing => "sharing",
            Self::Number => "number",
            Self::Target => "target",
            Self::Question => "question",
            Self::Unread => "unread",
            Self::Nothing => "nothing",
        }
    }

    fn bit(self) -> u16 {
        1 << (self as u16)
    }
}

/// The reasons of one reading; none where it is certain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Doubts(u16);

impl Doubts {
    /// Adds a reason.
    pub fn add(&mut self, doubt: Doubt) {
        self.0 |= doubt.bit();
    }

    /// Adds a reason where it holds.
    pub fn add_if(&mut self, holds: bool, doubt: Doubt) {
        if holds {
            self.add(doubt);
        }
    }

    /// Adds the reasons of another.
    pub fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether a reason is among them.
    pub fn has(self, doubt: Doubt) -> bool {
        self.0 & doubt.bit() != 0
    }

    /// Whether there is no reason but this one, if any.
    pub fn is_at_most(self, doubt: Doubt) -> bool {
        self.0 & !doubt.bit() == 0
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The reasons, in the order in which they are told.
    pub fn iter(self) -> impl Iterator<Item = Doubt> {
        Doubt::ALL.into_iter().filter(move |doubt| self.has(*doubt))
    }

    /// Whether another reading of the words is close.
    pub fn has_another_near(self) -> bool {
        [Doubt::Several, Doubt::Parting, Doubt::Sharing, Doubt::Number]
            .into_iter()
            .any(|doubt| self.has(doubt))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_one_of_its_own() {
        for (at, doubt) in Doubt::ALL.into_iter().enumerate() {
            let mut doubts = Doubts::default();
            assert!(doubts.is_empty() && !doubts.has(doubt));
            doubts.add_if(false, doubt);
            assert!(doubts.is_empty());
            doubts.add_if(true, doubt);
            assert_eq!(doubts.iter().collect::<Vec<_>>(), [doubt]);
            let same_name = |other: &&Doubt| other.name() == doubt.name();
            assert_eq!(Doubt::ALL.iter().position(|other| same_name(&other)), Some(at));
        }
    }

    #[test]
    fn reasons_are_told_in_their_order_whichever_came_first() {
        let mut doubts = Doubts::default();
        doubts.add(Doubt::Parting);
        let mut others = Doubts::default();
        others.add(Doubt::Unknown);
        doubts.join(others);
        assert_eq!(
            doubts.iter().collect::<Vec<_>>(),
            [Doubt::Unknown, Doubt::Parting]
        );
        assert!(others.is_at_most(Doubt::Unknown) && !doubts.is_at_most(Doubt::Unknown));
        assert!(Doubts::default().is_at_most(Doubt::Parting));
        assert!(doubts.has_another_near() && !others.has_another_near());
    }
}
