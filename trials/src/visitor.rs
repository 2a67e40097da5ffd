//! A browser without scripts.

use reqwest::Method;
use reqwest::header::{ACCEPT, COOKIE, ORIGIN, REFERER, USER_AGENT};

use crate::jar::set_cookies;
use crate::{Answer, Cookie, Jar, Page, Submission, Trouble};

/// Redirects that are followed in a row.
const LONGEST_WAY: usize = 8;

/// A citizen at a browser: cookies, the page that is open, and what is typed on it. A clone is the same
/// browser with another tab, as far as its cookies go at that moment.
#[derive(Clone, Debug)]
pub struct Visitor {
    client: reqwest::Client,
    origin: String,
    agent: String,
    /// Its cookies.
    pub jar: Jar,
    page: Page,
    /// Every cookie that was ever set, in order.
    pub set_cookies: Vec<(String, Cookie)>,
}

impl Visitor {
    pub(crate) fn new(client: reqwest::Client, origin: String) -> Self {
        Self {
            client,
            origin,
            agent: "Mozilla/5.0 (trial)".into(),
            jar: Jar::default(),
            page: Page::default(),
            set_cookies: Vec::new(),
        }
    }

    /// The same visitor with a browser of this name.
    #[must_use]
    pub fn with_agent(mut self, agent: &str) -> Self {
        agent.clone_into(&mut self.agent);
        self
    }

    /// The same browser on another portal's address.
    #[must_use]
    pub fn at(mut self, origin: &str) -> Self {
        origin.clone_into(&mut self.origin);
        self
    }

    /// The page that is open.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Where that page is, without its query.
    #[must_use]
    pub fn route(&self) -> &str {
        self.page.route()
    }

    /// Goes to a path, or to an absolute address of this portal, and follows where it leads.
    ///
    /// # Errors
    /// [`Trouble::Lost`] without an answer, [`Trouble::Wrong`] when it leads in a circle.
    pub async fn open(&mut self, address: &str) -> Result<&Page, Trouble> {
        let path = address
            .strip_prefix(&self.origin)
            .unwrap_or(address)
            .to_owned();
        let answer = self.get(&path).await?;
        self.follow(path, answer).await
    }

    /// Types into the field with this label.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when the page has no such field.
    pub fn fill(&mut self, label: &str, value: &str) -> Result<(), Trouble> {
        self.change(label, |field| value.clone_into(&mut field.value))
    }

    /// Ticks the box whose label begins so, or chooses the radio, which takes the choice from the others.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when the page has no such box.
    pub fn tick(&mut self, label: &str) -> Result<(), Trouble> {
        let found = self.page.field(label)?;
        let (kind, name) = (found.kind.clone(), found.name.clone());
        if kind == "radio" {
            let fields = self.page.forms.iter_mut().flat_map(|form| &mut form.fields);
            for other in fields.filter(|field| field.name == name) {
                other.checked = false;
            }
        }
        self.change(label, |field| field.checked = true)
    }

    fn change(
        &mut self,
        label: &str,
        change: impl FnOnce(&mut crate::Field),
    ) -> Result<(), Trouble> {
        let id = self.page.field(label)?.id.clone();
        let fields = self.page.forms.iter_mut().flat_map(|form| &mut form.fields);
        if let Some(field) = fields.into_iter().find(|field| field.id == id) {
            change(field);
        }
        Ok(())
    }

    /// Presses the button with this text and follows where it leads.
    ///
    /// # Errors
    /// [`Trouble::Lost`] without an answer, [`Trouble::Wrong`] without such a button.
    pub async fn press(&mut self, button: &str) -> Result<&Page, Trouble> {
        let submission = self.page.submission(button)?;
        self.send(&submission).await
    }

    /// Sends what a press would send, and follows where it leads.
    ///
    /// # Errors
    /// As [`Visitor::press`].
    pub async fn send(&mut self, submission: &Submission) -> Result<&Page, Trouble> {
        let answer = self.submit(submission).await?;
        self.follow(submission.address()?, answer).await
    }

    /// Sends what a press would send, and follows nothing.
    ///
    /// # Errors
    /// [`Trouble::Lost`] without an answer.
    pub async fn submit(&mut self, submission: &Submission) -> Result<Answer, Trouble> {
        match submission.in_address {
            true => self.get(&submission.address()?).await,
            false => self.post(&submission.action, &submission.fields).await,
        }
    }

    /// `POST`, as a form of the open page would; nothing is followed.
    ///
    /// # Errors
    /// [`Trouble::Lost`] without an answer.
    pub async fn post(
        &mut self,
        path: &str,
        fields: &[(String, String)],
    ) -> Result<Answer, Trouble> {
        let request = self
            .request(Method::POST, path)
            .header(ORIGIN, &self.origin);
        let request = request.header("Sec-Fetch-Site", "same-origin");
        let referer = format!("{}{}", self.origin, self.page.path);
        self.take(request.header(REFERER, referer).form(fields))
            .await
    }

    /// `GET`; nothing is followed.
    ///
    /// # Errors
    /// [`Trouble::Lost`] without an answer.
    pub async fn get(&mut self, path: &str) -> Result<Answer, Trouble> {
        let request = self.request(Method::GET, path);
        self.take(request).await
    }

    /// A request with this browser's cookies, for trials of their own.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.request_for(method, path, "text/html,application/xhtml+xml,*/*;q=0.8")
    }

    /// The same as a script asks.
    pub fn script_request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.request_for(method, path, "application/json")
    }

    fn request_for(&self, method: Method, path: &str, accept: &str) -> reqwest::RequestBuilder {
        let request = self
            .client
            .request(method, format!("{}{path}", self.origin))
            .header(USER_AGENT, &self.agent)
            .header(ACCEPT, accept);
        match self.jar.header() {
            Some(cookies) => request.header(COOKIE, cookies),
            None => request,
        }
    }

    /// Sends a request and keeps the cookies of its answer.
    ///
    /// # Errors
    /// [`Trouble::Lost`] without an answer.
    pub async fn take(&mut self, request: reqwest::RequestBuilder) -> Result<Answer, Trouble> {
        let answer = Answer::read(request.send().await?).await?;
        self.jar.take(&answer.headers);
        self.set_cookies.extend(set_cookies(&answer.headers));
        Ok(answer)
    }

    /// Follows redirects by hand, and opens the page at their end.
    ///
    /// # Errors
    /// [`Trouble::Lost`] without an answer, [`Trouble::Wrong`] when they lead in a circle.
    pub async fn follow(&mut self, mut path: String, mut answer: Answer) -> Result<&Page, Trouble> {
        for _ in 0..LONGEST_WAY {
            match answer.location().map(str::to_owned) {
                Some(next) if answer.status == 303 => {
                    answer = self.get(&next).await?;
                    path = next;
                }
                _ => {
                    self.page = answer.page(&path);
                    return Ok(&self.page);
                }
            }
        }
        Err(Trouble::wrong(format!("{path} leads in a circle")))
    }

    /// Closes the browser: cookies without an age are gone.
    pub fn close_browser(&mut self) {
        self.jar.close();
        self.page = Page::default();
    }
}
