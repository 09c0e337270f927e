package io.turnout.adapters.http.page;

/// A *no* that has no form to go back to.
public record ProblemSheet(String title, String message) {
    static final ProblemSheet NO_EVENT =
            new ProblemSheet(
                    "There is no such event",
                    "The link may be incomplete, or the organiser has withdrawn the event.");
    static final ProblemSheet ELSEWHERE =
            new ProblemSheet(
                    "This form came from another site",
                    "Nothing was done. Please open the page of the event and use its own form.");
    static final ProblemSheet REHEARSED =
            new ProblemSheet(
                    "A load test registers through the API",
                    "Nothing was kept. Pages can be looked at in a test, and not be sent.");
    static final ProblemSheet TOO_LARGE =
            new ProblemSheet(
                    "That is too much at once",
                    "Nothing was kept. Please go back and register fewer people together.");
    static final ProblemSheet UNREADABLE =
            new ProblemSheet(
                    "The form could not be read",
                    "Nothing was kept. Please go back, and type in again what looks strange.");
    static final ProblemSheet NOT_YOURS =
            new ProblemSheet(
                    "This registration cannot be shown here",
                    "It is shown for an hour, in the browser it was made with. Your registration"
                            + " stays as it is.");
    static final ProblemSheet NOTHING_OFFERED =
            new ProblemSheet(
                    "Nothing is offered now",
                    "The offer has ended, or registration for the event is closed.");
    static final ProblemSheet NO_INVITATION =
            new ProblemSheet(
                    "There is no such invitation",
                    "The link may be incomplete, or the organiser has withdrawn the invitation.");
    static final ProblemSheet INVITATION_ELSEWHERE =
            new ProblemSheet(
                    "Please open the link of your invitation again",
                    "It is shown for an hour, in a browser that keeps cookies.");
    static final ProblemSheet GUESSED =
            new ProblemSheet(
                    "Please try again in a minute",
                    "Too many links that do not exist were opened from where you are.");
    static final ProblemSheet ERASED =
            new ProblemSheet(
                    "This registration was erased",
                    "Somebody in it wished to be forgotten. Open the event to register anew.");
    static final ProblemSheet NO_REGISTRATION =
            new ProblemSheet("There is no such registration", "The link may be incomplete.");
}
