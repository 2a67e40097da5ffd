//! A letter as it came over SMTP, taken apart.

use mail_parser::MessageParser;

use crate::message::{Arrival, Channel};

/// One message for each recipient: the text part, or the HTML part as text.
pub(crate) fn arrivals(raw: &[u8], recipients: &[String]) -> Vec<Arrival> {
    let parsed = MessageParser::default().parse(raw);
    let subject = parsed
        .as_ref()
        .and_then(|letter| letter.subject())
        .map(str::to_owned);
    let key = parsed
        .as_ref()
        .and_then(|letter| letter.message_id())
        .map(str::to_owned);
    let text = parsed.as_ref().and_then(|letter| letter.body_text(0));
    let text = text.map_or_else(
        || String::from_utf8_lossy(raw).into_owned(),
        std::borrow::Cow::into_owned,
    );
    let to = |recipient: &String| Arrival {
        channel: Channel::Email,
        key: key.clone(),
        to: recipient.clone(),
        subject: subject.clone(),
        text: text.clone(),
    };
    recipients.iter().map(to).collect()
}
