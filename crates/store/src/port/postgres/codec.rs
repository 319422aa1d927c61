//! Values on the wire to PostgreSQL. Only the types that the schema uses are known: a `numeric`
//! that `sum` makes of numbers is refused here, and a CAST in the statement is the answer.

use bytes::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::port::Value;

type Failure = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Failure> {
        match (self, kind) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(number), &Type::INT8) => number.to_sql(kind, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR) => text.to_sql(kind, out),
            (Value::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(kind, out),
            (value, kind) => Err(format!(
                "the statement wants {kind} and was given {}; add a CAST or change the argument",
                value.kind()
            )
            .into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Value, Failure> {
        match *kind {
            Type::INT8 => i64::from_sql(kind, raw).map(Value::Int),
            Type::INT4 => i32::from_sql(kind, raw).map(Value::from),
            Type::BOOL => bool::from_sql(kind, raw).map(Value::from),
            Type::TEXT | Type::VARCHAR | Type::NAME => String::from_sql(kind, raw).map(Value::Text),
            Type::BYTEA => Vec::from_sql(kind, raw).map(Value::Bytes),
            _ => Err(format!("the statement answers {kind}; add a CAST").into()),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Value, Failure> {
        Ok(Value::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
