//! A menu that was written by somebody else: names and texts that give orders are names and texts.
