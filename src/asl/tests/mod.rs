//! Tests of the engine as a whole, over its public interface.
