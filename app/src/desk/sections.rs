//! The sections of the desk, and which of them a role may open.

use accounts::operator::Role;

use crate::components::plain::DeskSection;

/// A section: its path, its name, and for whom it is.
struct Section {
    path: &'static str,
    name: &'static str,
    is_open: fn(Role) -> bool,
}

const ALL: [Section; 6] = [
    Section {
        path: "/desk",
        name: "Дела",
        is_open: Role::decides_cases,
    },
    Section {
        path: "/desk/visits",
        name: "Приём",
        is_open: Role::serves_citizens,
    },
    Section {
        path: "/desk/registration",
        name: "Регистрация",
        is_open: Role::serves_citizens,
    },
    Section {
        path: "/desk/journal",
        name: "Журнал",
        is_open: Role::reads_journal,
    },
    Section {
        path: "/desk/operators",
        name: "Сотрудники",
        is_open: Role::administers,
    },
    Section {
        path: "/desk/centres",
        name: "Центры",
        is_open: Role::administers,
    },
];

/// The sections of a role, with the one that a path belongs to marked.
pub(crate) fn of(role: Role, path: &str) -> Vec<DeskSection> {
    let open = ALL.iter().filter(|section| (section.is_open)(role));
    let links = open.map(|section| DeskSection {
        path: section.path,
        name: section.name,
        current: belongs(section.path, path),
    });
    links.collect()
}

/// The section that a role begins with.
pub(super) fn first(role: Role) -> &'static str {
    let mut open = ALL.iter().filter(|section| (section.is_open)(role));
    open.next().map_or("/desk", |section| section.path)
}

/// Cases are pages of the queue.
fn belongs(section: &str, path: &str) -> bool {
    match section {
        "/desk" => path == "/desk" || path.starts_with("/desk/reviews/"),
        section => path
            .strip_prefix(section)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_section_to_begin_with() {
        let firsts = Role::ALL.map(first);
        let expected = [
            "/desk",
            "/desk/visits",
            "/desk",
            "/desk/journal",
            "/desk/operators",
        ];
        assert_eq!(firsts, expected);
    }

    #[test]
    fn the_section_of_a_page_is_marked() {
        let current = |role, path| {
            let sections = of(role, path).into_iter();
            let names = sections.filter(|one| one.current).map(|one| one.name);
            names.collect::<Vec<_>>()
        };
        assert_eq!(current(Role::Senior, "/desk/reviews/1"), ["Дела"]);
        assert_eq!(current(Role::Senior, "/desk/journal"), ["Журнал"]);
        assert_eq!(current(Role::Administrator, "/desk/centres/a"), ["Центры"]);
        assert!(current(Role::Auditor, "/desk").is_empty());
    }
}
