// Sends the forms whose entries must not be lost without leaving the page: when the line drops, they stay as typed.
addEventListener("submit", async (event) => {
  const form = event.target;
  const status = form.querySelector("[data-offline]");
  if (!status) return;
  event.preventDefault();
  if (form.dataset.busy !== undefined) return;
  form.dataset.busy = "";
  const action = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = new URLSearchParams(new FormData(form, event.submitter));
  status.textContent = status.dataset.sending;
  try {
    const answer = await fetch(action, { method: "POST", headers: { Accept: "application/json" }, body });
    if (answer.ok) return location.assign((await answer.json()).path);
    status.textContent = status.dataset[{ 401: "signedOut", 429: "overloaded", 503: "overloaded" }[answer.status]] ?? status.dataset.broken;
  } catch {
    status.textContent = status.dataset.offline;
  }
  delete form.dataset.busy;
});
// A page that comes back from the browser's memory can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-busy]")) delete form.dataset.busy;
});
