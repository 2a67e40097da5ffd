//! `/desk`: the queue of cases.

use accounts::PortalError;
use accounts::desk::{self, HoldView, Order, QueueRow, QueueView};
use accounts::flash::Form as FlashForm;
use leptos::prelude::*;

use super::{Request, Shown, shown, words};
use crate::components::plain::part;
use crate::pages::flash;

/// Signs of a case's id that are shown: the end of it, which chance has made.
const SHOWN: usize = 8;

/// Every order with its name in the address.
const ORDERS: [(Order, &str); 4] = [
    (Order::Oldest, "-waiting"),
    (Order::Newest, "waiting"),
    (Order::Cause, "cause"),
    (Order::CauseBackwards, "-cause"),
];

/// The page.
pub(super) async fn page(request: &Request<'_>) -> Result<Shown, PortalError> {
    let named = request.query.get("sort");
    let known = ORDERS.into_iter().find(|(_, name)| *name == named);
    let order = known.map_or_else(Order::default, |(order, _)| order);
    let number = request.query.get("page").parse().unwrap_or(1);
    let portal = &request.context.site.portal;
    let view = desk::queue(portal, request.visit, order, number).await?;
    let mut parts = flash::notices(flash::of(view.flash.as_ref(), FlashForm::DeskQueue));
    let content = match view.rows.is_empty() {
        true => view! { <p class="lead">"Здесь пусто: все дела решены."</p> }.into_any(),
        false => table(&view, order).into_any(),
    };
    parts.push(part(view! {
        <h1 tabindex="-1" id="queue">"Дела на проверке"</h1>
        {content}
        {pages(&view, order)}
    }));
    Ok(Shown {
        wide: true,
        ..shown("Дела на проверке", parts)
    })
}

/// The address of a page of the queue.
fn address(order: Order, page: u32) -> String {
    let named = ORDERS.into_iter().find(|(own, _)| *own == order);
    let name = named.map_or("", |(_, name)| name);
    match page {
        1 => format!("/desk?sort={name}"),
        page => format!("/desk?sort={name}&page={page}"),
    }
}

fn table(view: &QueueView, order: Order) -> impl IntoView + use<> {
    let waiting = match order {
        Order::Oldest => (Some("descending"), Order::Newest),
        Order::Newest => (Some("ascending"), Order::Oldest),
        _ => (None, Order::Oldest),
    };
    let cause = match order {
        Order::Cause => (Some("ascending"), Order::CauseBackwards),
        Order::CauseBackwards => (Some("descending"), Order::Cause),
        _ => (None, Order::Cause),
    };
    view! {
        <div class="table" role="region" aria-labelledby="queue" tabindex="0">
            <table class="table__body">
                <thead>
                    <tr>
                        <th scope="col">"Дело"</th>
                        {sortable("Причина", cause)}
                        <th scope="col">"Реестр"</th>
                        {sortable("Ждёт", waiting)}
                        <th scope="col">"Кто работает"</th>
                    </tr>
                </thead>
                <tbody>{view.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A heading that sorts: how the column is sorted now, and the order its link leads to.
fn sortable(text: &'static str, (sorted, next): (Option<&'static str>, Order)) -> impl IntoView {
    let mark = match sorted {
        Some("ascending") => " ↑",
        Some(_) => " ↓",
        None => "",
    };
    view! {
        <th scope="col" aria-sort=sorted>
            <a href=address(next, 1)>{text}</a>
            <span aria-hidden="true">{mark}</span>
        </th>
    }
}

fn row(row: &QueueRow) -> impl IntoView + use<> {
    let number = short(&row.id);
    let link = format!("/desk/reviews/{}", row.id);
    let holder = match row.hold {
        HoldView::Free if row.proposed => "Ждёт второго специалиста".to_owned(),
        HoldView::Free => "Свободно".to_owned(),
        HoldView::Mine { left_s } => format!("Вы, ещё {}", words::waiting(left_s)),
        HoldView::Theirs { left_s } => {
            format!("Другой специалист, ещё {}", words::waiting(left_s))
        }
    };
    view! {
        <tr>
            <th scope="row"><a href=link>{format!("Дело {number}")}</a></th>
            <td>{words::cause(row.cause)}</td>
            <td>{words::registry(row.registry)}</td>
            <td>{words::waiting(row.waiting_s)}</td>
            <td>{holder}</td>
        </tr>
    }
}

/// A case's number for people.
pub(super) fn short(id: &str) -> String {
    let end = id.len().saturating_sub(SHOWN);
    id.get(end..).unwrap_or(id).to_owned()
}

fn pages(view: &QueueView, order: Order) -> impl IntoView + use<> {
    let (page, more) = (view.page, view.more);
    let before = (page > 1).then(|| {
        view! { <a class="button button--secondary" href=address(order, page - 1)>"Предыдущая страница"</a> }
    });
    let after = more.then(|| {
        view! { <a class="button button--secondary" href=address(order, page + 1)>"Следующая страница"</a> }
    });
    (page > 1 || more).then(|| {
        view! {
            <nav class="pages" aria-label="Страницы очереди">
                {before}
                <span>{format!("Страница {page}")}</span>
                {after}
            </nav>
        }
    })
}
