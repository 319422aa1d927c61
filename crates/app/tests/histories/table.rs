//! The transition table of a pursuit, as somebody would draw it who has not read the code.

/// Where a pursuit stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub state: String,
    pub attempt: i64,
    pub beneath: String,
}

/// From, what is done, to, and what becomes of the attempt. `*`: whatever was beneath.
const TABLE: &str = "
    started        submit     submitted      +1
    returned       submit     submitted      =
    not-yet        submit     submitted      +1
    submitted      take-back  started        0
    submitted      take-back  not-yet        -1
    submitted      open       under-review   =
    submitted      score      under-review   =
    under-review   score      decision-ready =
    under-review   score      not-yet        =
    under-review   score      awarded        =
    submitted      give-back  returned       =
    under-review   give-back  returned       =
    started        pause      paused         =
    returned       pause      paused         =
    not-yet        pause      paused         =
    paused         resume     *              =
    started        withdraw   withdrawn      =
    returned       withdraw   withdrawn      =
    not-yet        withdraw   withdrawn      =
    paused         withdraw   withdrawn      =
    on-hold        withdraw   withdrawn      =
    started        wait       expired        =
    returned       wait       expired        =
    expired        reopen     *              =
    started        hold       on-hold        =
    returned       hold       on-hold        =
    not-yet        hold       on-hold        =
    paused         hold       on-hold        =
    submitted      hold       on-hold        =
    under-review   hold       on-hold        =
    decision-ready hold       on-hold        =
    on-hold        lift       *              =
";

impl Place {
    pub fn begun() -> Self {
        Self {
            state: "started".to_owned(),
            attempt: 0,
            beneath: String::new(),
        }
    }
}

/// Does the table lead from one place to the other by that step?
pub fn leads(was: &Place, step: &str, now: &Place) -> bool {
    TABLE.lines().any(|line| {
        let words: Vec<_> = line.split_whitespace().collect();
        let [from, by, to, attempt] = words[..] else {
            return false;
        };
        let to = if to == "*" { was.beneath.as_str() } else { to };
        let expected = match attempt {
            "+1" => was.attempt + 1,
            "-1" => was.attempt - 1,
            "0" => 0,
            _ => was.attempt,
        };
        from == was.state
            && by == step
            && to == now.state
            && expected == now.attempt
            && beneath_fits(was, now)
    })
}

fn beneath_fits(was: &Place, now: &Place) -> bool {
    match now.state.as_str() {
        "paused" | "expired" => now.beneath == was.state,
        "on-hold" if was.state == "paused" => now.beneath == was.beneath,
        "on-hold" => now.beneath == was.state,
        _ => now.beneath.is_empty(),
    }
}
