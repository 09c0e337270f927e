package io.turnout.adapters.http.page;

import io.turnout.adapters.http.lane.DoorAnswers;
import io.turnout.adapters.http.problem.DoorRefusal;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/// The pages that the door itself shows, made once.
public final class DoorPages {
    private static final ProblemSheet BUSY =
            new ProblemSheet(
                    "Very many people are here right now",
                    "Please try again in a moment. If you were sending a form, nothing of it was"
                            + " kept, and you can send it again as it is.");

    private static final ProblemSheet CLOSED =
            new ProblemSheet(
                    "This site is closed for the moment",
                    "Please come back later. Whoever is registered stays registered.");
    private static final ProblemSheet MISDIRECTED =
            new ProblemSheet(
                    "This host serves nothing here",
                    "The link may be incomplete, or it belongs to another site.");

    private DoorPages() {}

    public static DoorAnswers answers() {
        return new DoorAnswers(page(BUSY), page(CLOSED), page(MISDIRECTED));
    }

    /// The door says the status, which differs.
    private static DoorRefusal.Page page(ProblemSheet sheet) {
        Response page = Pages.ours().show(503, "problem", sheet).build();
        Map<String, String> headers = new HashMap<>();
        page.getStringHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new DoorRefusal.Page((byte[]) page.getEntity(), headers);
    }
}
