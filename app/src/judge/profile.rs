//! Judging a field of the personal-data stage; its words come with it.

use domain::date::Date;
use domain::profile::{Context, ProfileField, display};
use unicode::Tables;

use super::Verdict;
use crate::messages;
use crate::model::{Field, Rule};

/// Judges a field of a profile.
pub(super) fn judged(field: &Field, rule: &str, value: &str) -> Verdict {
    let Some((name, context)) = read(rule) else {
        return Verdict::default();
    };
    match domain::profile::judge(name, value, &context, &Tables) {
        Ok(canonical) => Verdict {
            understood: display(name, &canonical, &context)
                .map(|shown| [text(field, "understood"), &shown].concat())
                .unwrap_or_default(),
            ..Verdict::default()
        },
        Err(error) => {
            let filled_in = messages::profile_detail(error);
            Verdict::wrong(filled_in.put_into(text(field, &filled_in.code)))
        }
    }
}

/// The text that came with a field for a code.
fn text<'a>(field: &'a Field, code: &str) -> &'a str {
    let mut lines = field
        .texts
        .split('\n')
        .filter_map(|line| line.split_once('\t'));
    lines
        .find(|(known, _)| *known == code)
        .map_or("", |(_, text)| text)
}

/// A field of a profile and its context, as the rule of a field brings them to the browser.
#[cfg(feature = "ssr")]
pub fn written(name: ProfileField, context: &Context) -> String {
    let birth = context.birth.map(Date::iso).unwrap_or_default();
    let document = if context.is_russian { "ru" } else { "" };
    [name.code(), document, &birth, &context.today.iso()].join(",")
}

/// Whether the form of the value can be judged before the whole form is sent (V1).
pub(super) fn has_format(rule: &str) -> bool {
    read(rule).is_some_and(|(name, _)| domain::profile::has_format(name))
}

/// Today, and the day at which the calendar of a date opens when nothing is typed: most citizens were born a generation
/// ago.
pub fn calendar(rule: &Rule) -> Option<(Date, Date)> {
    let Rule::Profile(rule) = rule else {
        return None;
    };
    let (name, Context { today, .. }) = read(rule)?;
    match name {
        ProfileField::BirthDate => {
            Date::new(today.year().saturating_sub(30), 1, 1).map(|start| (today, start))
        }
        ProfileField::IssueDate => Some((today, today)),
        _ => None,
    }
}

fn read(rule: &str) -> Option<(ProfileField, Context)> {
    let mut parts = rule.split(',');
    let name = ProfileField::from_code(parts.next()?)?;
    let context = Context {
        is_russian: parts.next()? == "ru",
        birth: Date::parse(parts.next()?).ok(),
        today: Date::parse(parts.next()?).ok()?,
    };
    Some((name, context))
}

/// A canonical value of a profile as people read it.
#[cfg(feature = "ssr")]
pub fn readable(field: ProfileField, canonical: &str, context: &Context) -> String {
    display(field, canonical, context).unwrap_or_else(|| canonical.to_owned())
}
