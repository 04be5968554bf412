//! The functions that Step Functions adds to JSONata 2.0.6, and the built-in ones that must not reach for
//! the process's clock, its randomness or unbounded memory.
//!
//! Described at <https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html>.

use std::cell::RefCell;
use std::rc::Rc;

use jiff::Timestamp;
use jsonata_core::evaluator::{Context, Evaluator, EvaluatorError};
use jsonata_core::parser;
use jsonata_core::value::JValue;
use md5::Md5;
use serde_json::Value;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::entropy::{self, Entropy};
use super::limits::{MAX_DEPTH, MAX_PAYLOAD_BYTES, MAX_SEQUENCE_LENGTH, is_shallow};

type Outcome = Result<JValue, EvaluatorError>;

/// Makes the functions known to an evaluator. `now` is what `$now()` and `$millis()` answer.
pub(crate) fn register(evaluator: &mut Evaluator, now: Timestamp, entropy: &Rc<RefCell<Entropy>>) {
    let millis = now.as_millisecond();
    let for_random = Rc::clone(entropy);
    let for_uuid = Rc::clone(entropy);
    let results = [
        evaluator.register_fn("partition", partition),
        evaluator.register_fn("range", range),
        evaluator.register_fn("hash", hash),
        evaluator.register_fn("parse", parse),
        evaluator.register_fn("uuid", move |_: &[JValue]| Ok(uuid(&for_uuid))),
        evaluator.register_fn_override("random", move |args: &[JValue]| random(args, &for_random)),
        evaluator.register_fn_override("millis", move |_: &[JValue]| Ok(JValue::from_i64(millis))),
        evaluator.register_fn_override("now", move |args: &[JValue]| now_as(millis, args)),
        evaluator.register_fn_override("pad", pad),
    ];
    // Registering fails only for names that clash, which a test rules out.
    debug_assert!(
        results.iter().all(Result::is_ok),
        "a function's name clashes with a built-in one"
    );
}

/// `$partition(array, size)`: chunks of `size` items, the last one maybe shorter.
fn partition(args: &[JValue]) -> Outcome {
    let Some(array) = given(args, 0) else {
        return Ok(JValue::Undefined);
    };
    let items = array
        .as_array()
        .ok_or_else(|| error("Argument 1 of function \"partition\" must be an array"))?;
    let size = number(args, 1, "partition")?.round();
    if size < 1.0 {
        return Err(error(
            "Argument 2 of function \"partition\" must be a positive integer",
        ));
    }
    // A size beyond the array's length is the array's length.
    let size = (size as usize).min(items.len().max(1));
    Ok(JValue::array(
        items
            .chunks(size)
            .map(|chunk| JValue::array(chunk.to_vec()))
            .collect(),
    ))
}

/// `$range(first, last, step)`: both ends included, `step` may be negative and not zero.
fn range(args: &[JValue]) -> Outcome {
    let (first, last) = (number(args, 0, "range")?, number(args, 1, "range")?);
    let step = if args.len() > 2 {
        number(args, 2, "range")?
    } else {
        1.0
    };
    if step == 0.0 {
        return Err(error("Argument 3 of function \"range\" must not be zero"));
    }
    let steps = ((last - first) / step).floor();
    if steps < 0.0 {
        return Ok(JValue::array(Vec::new()));
    }
    if steps >= MAX_SEQUENCE_LENGTH as f64 {
        return Err(error("The result of function \"range\" has too many items"));
    }
    let items = (0..=steps as u32).map(|index| JValue::from_f64(first + f64::from(index) * step));
    Ok(JValue::array(items.collect()))
}

/// `$hash(text, algorithm)`: hexadecimal digits.
fn hash(args: &[JValue]) -> Outcome {
    let Some(data) = given(args, 0) else {
        return Ok(JValue::Undefined);
    };
    let data = data
        .as_str()
        .ok_or_else(|| error("Argument 1 of function \"hash\" must be a string"))?;
    let digits = match given(args, 1).and_then(JValue::as_str) {
        Some("MD5") => entropy::hexadecimal(&Md5::digest(data)),
        Some("SHA-1") => entropy::hexadecimal(&Sha1::digest(data)),
        Some("SHA-256") => entropy::hexadecimal(&Sha256::digest(data)),
        Some("SHA-384") => entropy::hexadecimal(&Sha384::digest(data)),
        Some("SHA-512") => entropy::hexadecimal(&Sha512::digest(data)),
        _ => {
            return Err(error(
                "Argument 2 of function \"hash\" must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512",
            ));
        }
    };
    Ok(JValue::string(digits))
}

/// `$parse(text)`: JSON read.
fn parse(args: &[JValue]) -> Outcome {
    let Some(text) = given(args, 0) else {
        return Ok(JValue::Undefined);
    };
    let text = text
        .as_str()
        .ok_or_else(|| error("Argument 1 of function \"parse\" must be a string"))?;
    let value: Value = serde_json::from_str(text)
        .map_err(|problem| error(&format!("Argument 1 of function \"parse\" is no JSON: {problem}")))?;
    if !is_shallow(&value, MAX_DEPTH) {
        return Err(error("Argument 1 of function \"parse\" is nested too deeply"));
    }
    Ok(JValue::from(value))
}

/// `$uuid()`: version 4.
fn uuid(entropy: &RefCell<Entropy>) -> JValue {
    let drawn = entropy.borrow_mut().draw();
    let (bytes, _) = drawn.split_at(16);
    let mut random = [0; 16];
    random.copy_from_slice(bytes);
    JValue::string(uuid::Builder::from_random_bytes(random).into_uuid().to_string())
}

/// `$random()`, or `$random(seed)`, which answers the same for the same seed.
fn random(args: &[JValue], entropy: &RefCell<Entropy>) -> Outcome {
    if given(args, 0).is_none() {
        return Ok(JValue::from_f64(entropy.borrow_mut().fraction()));
    }
    let seed = number(args, 0, "random")?;
    Ok(JValue::from_f64(entropy::fraction_of(
        &Sha256::digest(seed.to_be_bytes()).into(),
    )))
}

/// `$now(picture, timezone)`.
fn now_as(millis: i64, args: &[JValue]) -> Outcome {
    let mut all = vec![JValue::from_i64(millis)];
    all.extend_from_slice(args);
    call_built_in("fromMillis", &all)
}

/// `$pad(text, width, char)`, unless the width alone would exceed any payload.
fn pad(args: &[JValue]) -> Outcome {
    let width = given(args, 1).and_then(JValue::as_f64).unwrap_or(0.0);
    if width.abs() > MAX_PAYLOAD_BYTES as f64 {
        return Err(error("Argument 2 of function \"pad\" is too large"));
    }
    call_built_in("pad", args)
}

/// The library's own function of this name, which has no entry point but an expression.
fn call_built_in(name: &str, args: &[JValue]) -> Outcome {
    let mut context = Context::new();
    let mut names = Vec::with_capacity(args.len());
    for (index, arg) in args.iter().enumerate() {
        context.bind(format!("a{index}"), arg.clone());
        names.push(format!("$a{index}"));
    }
    let call = parser::parse(&format!("${name}({})", names.join(","))).map_err(|e| error(&e.to_string()))?;
    Evaluator::with_context(context).evaluate(&call, &JValue::Undefined)
}

fn given(args: &[JValue], index: usize) -> Option<&JValue> {
    args.get(index).filter(|arg| !arg.is_undefined())
}

fn number(args: &[JValue], index: usize, function: &str) -> Result<f64, EvaluatorError> {
    let number = given(args, index)
        .and_then(JValue::as_f64)
        .filter(|number| number.is_finite());
    number.ok_or_else(|| {
        error(&format!(
            "Argument {} of function \"{function}\" must be a number",
            index + 1
        ))
    })
}

fn error(message: &str) -> EvaluatorError {
    EvaluatorError::EvaluationError(message.to_owned())
}
