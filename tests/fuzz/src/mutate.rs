//! Changing JSON as JSON: bytes that were changed blindly rarely get past the parser.

use serde_json::{Value, json};

/// A small source of chance, so that a run can be made again from its seed.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        // xorshift64*, Marsaglia 2003 and Vigna 2016.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap_or(0) % sides.max(1)
    }
}

/// Changes one or a few places of a JSON text; `None` if it is no JSON.
#[must_use]
pub fn mutate_json(json: &str, seed: u32) -> Option<String> {
    let mut value: Value = serde_json::from_str(json).ok()?;
    let mut dice = Dice(u64::from(seed) | 0x9e37_79b9_0000_0000);
    for _ in 0..=dice.throw(3) {
        let count = nodes(&value);
        let (at, from) = (dice.throw(count), dice.throw(count));
        let elsewhere = node(&mut value, from).map(|node| node.clone());
        if let (Some(place), Some(elsewhere)) = (node(&mut value, at), elsewhere) {
            change(place, elsewhere, &mut dice);
        }
    }
    Some(value.to_string())
}

fn change(place: &mut Value, elsewhere: Value, dice: &mut Dice) {
    match dice.throw(5) {
        0 => *place = elsewhere,
        1 => *place = Value::Null,
        2 => double(place, dice),
        3 => remove(place, dice),
        _ => *place = hostile(dice),
    }
}

/// What programs trip over: numbers at the edges, other types, names with a meaning elsewhere.
fn hostile(dice: &mut Dice) -> Value {
    let all = [
        json!(-1),
        json!(0),
        json!(4_294_967_296_u64),
        json!(9_007_199_254_740_993_u64),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(0.5),
        json!(""),
        json!("__proto__"),
        json!("\u{0}"),
        json!("\u{feff}\u{202e}\u{1f468}\u{200d}\u{1f469}"),
        json!("<img src=x onerror=alert(1)>"),
        json!("javascript:alert(1)"),
        json!("9999-99-99T99:99:99Z"),
        json!([]),
        json!({}),
        json!([[[[[[[[]]]]]]]]),
        json!(true),
        json!("a".repeat(5_000)),
    ];
    let at = dice.throw(all.len());
    all.into_iter().nth(at).unwrap_or_default()
}

/// An item twice: equal ids, equal places.
fn double(place: &mut Value, dice: &mut Dice) {
    if let Value::Array(items) = place
        && !items.is_empty()
    {
        let again = items[dice.throw(items.len())].clone();
        items.push(again);
    }
}

fn remove(place: &mut Value, dice: &mut Dice) {
    match place {
        Value::Array(items) if !items.is_empty() => drop(items.remove(dice.throw(items.len()))),
        Value::Object(fields) => {
            let name = fields.keys().nth(dice.throw(fields.len())).cloned();
            drop(name.map(|name| fields.remove(&name)));
        }
        _ => {}
    }
}

/// How many values there are in a value, itself included.
fn nodes(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(nodes).sum::<usize>(),
        Value::Object(fields) => 1 + fields.values().map(nodes).sum::<usize>(),
        _ => 1,
    }
}

/// One of them by its number, in the order of reading.
fn node(value: &mut Value, at: usize) -> Option<&mut Value> {
    let Some(mut left) = at.checked_sub(1) else { return Some(value) };
    let inner: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    for one in inner {
        let count = nodes(one);
        if left < count {
            return node(one, left);
        }
        left -= count;
    }
    None
}
