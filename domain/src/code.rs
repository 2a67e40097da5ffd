//! One-time codes: how often they may be wrong, when to send again.
//! Instants are milliseconds UTC, passed in.

/// The settings of `[codes]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodePolicy {
    /// Wrong codes per contact and draft, summed over its live codes, that end them all.
    pub tries: u32,
    /// Seconds between two messages.
    pub resend_after_s: i64,
    /// Messages sent again before a call is offered.
    pub call_after_resends: u32,
}

impl Default for CodePolicy {
    fn default() -> Self {
        Self {
            tries: 5,
            resend_after_s: 60,
            call_after_resends: 2,
        }
    }
}

/// What happened so far with the codes of one contact in one draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeState {
    /// Wrong codes typed while codes were live.
    pub wrong: u32,
    /// Messages sent, the first included.
    pub sent: u32,
    /// When the last message was sent.
    pub last_sent_ms: Option<i64>,
}

/// What a typed code is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Right and in time.
    Right,
    /// Right, but its lifetime is over: a new one is sent at once.
    Late,
    /// No code of this contact.
    Wrong,
    /// Wrong once too often: all live codes have ended.
    Exhausted,
}

impl CodePolicy {
    /// Whole seconds until a message may be sent again, rounded up; 0: now.
    #[must_use]
    pub fn resend_in_s(&self, state: &CodeState, now_ms: i64) -> i64 {
        let Some(last_sent_ms) = state.last_sent_ms else {
            return 0;
        };
        let left_ms = after(last_sent_ms, self.resend_after_s).saturating_sub(now_ms);
        // A clock that was set back makes nobody wait longer than the setting says.
        ceil_s(left_ms).clamp(0, self.resend_after_s.max(0))
    }

    /// Whether a voice call is offered beside the message.
    #[must_use]
    pub fn call_offered(&self, state: &CodeState) -> bool {
        state.sent.saturating_sub(1) >= self.call_after_resends
    }

    /// Wrong codes that are left before the live codes end.
    #[must_use]
    pub fn tries_left(&self, state: &CodeState) -> u32 {
        self.tries.saturating_sub(state.wrong)
    }

    /// Whether the codes of this contact have ended by wrong ones.
    #[must_use]
    pub fn is_exhausted(&self, state: &CodeState) -> bool {
        self.tries_left(state) == 0
    }

    /// Judges a typed code. `matched` is the expiry of the live code that equals it, if one does.
    #[must_use]
    pub fn judge(
        &self,
        state: &CodeState,
        matched_expires_ms: Option<i64>,
        now_ms: i64,
    ) -> Verdict {
        if self.is_exhausted(state) {
            return Verdict::Exhausted;
        }
        match matched_expires_ms {
            Some(expires_ms) if now_ms < expires_ms => Verdict::Right,
            Some(_) => Verdict::Late,
            None if self.tries_left(state) == 1 => Verdict::Exhausted,
            None => Verdict::Wrong,
        }
    }
}

impl CodeState {
    /// The state after one more message; the tries begin anew with the first code after the end.
    #[must_use]
    pub fn after_sending(self, policy: &CodePolicy, now_ms: i64) -> Self {
        Self {
            wrong: if policy.is_exhausted(&self) {
                0
            } else {
                self.wrong
            },
            sent: self.sent.saturating_add(1),
            last_sent_ms: Some(now_ms),
        }
    }

    /// The state after one more wrong code.
    #[must_use]
    pub fn after_wrong(self) -> Self {
        Self {
            wrong: self.wrong.saturating_add(1),
            ..self
        }
    }
}

fn after(start_ms: i64, seconds: i64) -> i64 {
    start_ms.saturating_add(seconds.saturating_mul(1000))
}

fn ceil_s(milliseconds: i64) -> i64 {
    milliseconds.saturating_add(999).div_euclid(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: CodePolicy = CodePolicy {
        tries: 5,
        resend_after_s: 60,
        call_after_resends: 2,
    };

    #[test]
    fn a_message_may_follow_after_the_pause() {
        let state = CodeState::default().after_sending(&POLICY, 10_000);
        assert_eq!(POLICY.resend_in_s(&CodeState::default(), 10_000), 0);
        assert_eq!(POLICY.resend_in_s(&state, 10_000), 60);
        assert_eq!(POLICY.resend_in_s(&state, 10_001), 60);
        assert_eq!(POLICY.resend_in_s(&state, 69_999), 1);
        assert_eq!(POLICY.resend_in_s(&state, 70_000), 0);
        assert_eq!(POLICY.resend_in_s(&state, 0), 60, "a clock set back");
    }

    #[test]
    fn a_call_is_offered_after_two_resends() {
        let mut state = CodeState::default();
        let mut offers = Vec::new();
        for message in 0..4 {
            state = state.after_sending(&POLICY, message * 60_000);
            offers.push(POLICY.call_offered(&state));
        }
        assert_eq!(offers, [false, false, true, true]);
    }

    #[test]
    fn the_fifth_wrong_code_ends_them_all() {
        let mut state = CodeState::default().after_sending(&POLICY, 0);
        let mut verdicts = Vec::new();
        for _ in 0..5 {
            verdicts.push(POLICY.judge(&state, None, 1_000));
            state = state.after_wrong();
        }
        assert_eq!(verdicts[..4], [Verdict::Wrong; 4]);
        assert_eq!(verdicts[4], Verdict::Exhausted);
        assert_eq!(
            POLICY.judge(&state, Some(600_000), 2_000),
            Verdict::Exhausted
        );
        let again = state.after_sending(&POLICY, 3_000);
        assert_eq!(POLICY.judge(&again, Some(603_000), 4_000), Verdict::Right);
    }

    #[test]
    fn a_late_code_is_told_from_a_wrong_one() {
        let state = CodeState::default().after_sending(&POLICY, 0);
        let expires_ms = 600_000;
        assert_eq!(
            POLICY.judge(&state, Some(expires_ms), expires_ms - 1),
            Verdict::Right
        );
        assert_eq!(
            POLICY.judge(&state, Some(expires_ms), expires_ms),
            Verdict::Late
        );
    }
}
