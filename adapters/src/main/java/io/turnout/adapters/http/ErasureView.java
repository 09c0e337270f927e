package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.erasure.Erasures.Told;
import io.turnout.application.erasure.ShowErasure.Shown;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.LedgerEntry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far somebody is forgotten: `asked`, `settling`, `done`; then with a receipt. It names
/// nobody. `salesforce` goes on counting after that, until Salesforce has it all.
///
/// @param token shows it again; told to the org that asked
public record ErasureView(
        String id,
        String org,
        String state,
        String askedAt,
        ErasedView erased,
        ToldView salesforce,
        @Nullable ReceiptView receipt,
        @Nullable String token)
        implements View {
    private static final List<PlaceView> PLACES =
            List.of(
                    new PlaceView(
                            "database",
                            "names, addresses and what finds them are empty; the keys that open"
                                    + " older copies, logs of writes included, are deleted"),
                    new PlaceView(
                            "memory of instances",
                            "what was found before is held for ten seconds, and the last look came"
                                    + " later"),
                    new PlaceView("redis", "checkouts hold seats and choices, and nobody"),
                    new PlaceView("logs and audit trail", "name nobody"),
                    new PlaceView(
                            "salesforce",
                            "is owed nobody in place of the person, also where it invited them: see"
                                    + " salesforce"),
                    new PlaceView(
                            "backups",
                            "forget again when they are restored, by the ledger beside them"));

    public static ErasureView of(Shown shown, @Nullable String token) {
        Progress progress = shown.progress();
        return new ErasureView(
                progress.id().toString(),
                progress.org().value(),
                progress.state().name().toLowerCase(Locale.ROOT),
                progress.asked().toString(),
                ErasedView.of(progress.entry().map(LedgerEntry::erased).orElse(progress.erased())),
                ToldView.of(progress.told()),
                progress.entry()
                        .map(entry -> ReceiptView.of(entry, shown.seal().orElse("")))
                        .orElse(null),
                token);
    }

    @Override
    public String toString() {
        return "ErasureView[" + id + "]";
    }

    /// How much was erased.
    public record ErasedView(
            int registrations,
            int attendees,
            int links,
            int keys,
            int answers,
            int withdrawn,
            int setAside,
            int owed) {
        static ErasedView of(Erased erased) {
            return new ErasedView(
                    erased.registrations(),
                    erased.attendees(),
                    erased.links(),
                    erased.keys(),
                    erased.answers(),
                    erased.withdrawn(),
                    erased.setAside(),
                    erased.owed());
        }
    }

    /// How many of the owed writes Salesforce has: `sent` when all, `set-aside` when it
    /// refuses one.
    public record ToldView(String state, int pending, int sent, int setAside) {
        static ToldView of(Told told) {
            String state =
                    told.setAside() > 0
                            ? "set-aside"
                            : told.waiting() > 0 ? "pending" : told.sent() > 0 ? "sent" : "none";
            return new ToldView(state, told.waiting(), told.sent(), told.setAside());
        }
    }

    /// The entry in the ledger of the org: `hash` covers it and all before, `seal` proves that this
    /// house wrote it.
    public record ReceiptView(
            long number,
            String at,
            String previous,
            String hash,
            String seal,
            List<PlaceView> places) {
        public ReceiptView {
            places = List.copyOf(places);
        }

        static ReceiptView of(LedgerEntry entry, String seal) {
            return new ReceiptView(
                    entry.number(),
                    entry.at().toString(),
                    entry.previous(),
                    entry.hash(),
                    seal,
                    PLACES);
        }
    }

    /// A place in which they were, or could have been, and what is there now.
    public record PlaceView(String place, String now) {}
}
