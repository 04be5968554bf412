//! Amazon States Language with JSONata: check a definition, run it, keep its journal. Knows nothing of food.
