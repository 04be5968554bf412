//! Other people's voice formats, and their conversion to turns and from replies.
