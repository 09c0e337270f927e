package io.turnout.simulator.rest;

import io.turnout.simulator.auth.Sessions;
import io.turnout.simulator.org.Call;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.Transaction;
import io.turnout.simulator.store.View;
import io.turnout.simulator.store.Writer;
import io.turnout.simulator.wire.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An admitted request on its way through the API: what is asked, by whom, of which org, and the
/// transaction it belongs to when it is part of a larger one.
public final class Visit {
    private static final Pattern OWN = Pattern.compile("(^|[,;\\s])client=turnout/");

    private final Org org;
    private final Call call;
    private final Sessions.Session session;
    private final Exchange exchange;
    private final List<String> path;
    private final @Nullable Transaction shared;

    /// Who came to which org, and the call this is.
    public record Who(Org org, Call call, Sessions.Session session) {}

    public Visit(Who who, Exchange exchange, @Nullable Transaction shared) {
        this.org = who.org();
        this.call = who.call();
        this.session = who.session();
        this.exchange = exchange;
        this.path = exchange.segments().subList(3, exchange.segments().size());
        this.shared = shared;
    }

    /// A part of this request, in a transaction of its own or in one with other parts.
    Visit part(Exchange part, @Nullable Transaction transaction) {
        return new Visit(new Who(org, call, session), part, transaction);
    }

    public Org org() {
        return org;
    }

    public Call call() {
        return call;
    }

    public Exchange exchange() {
        return exchange;
    }

    public Sessions.Session session() {
        return session;
    }

    public String method() {
        return exchange.method();
    }

    /// The path after the version.
    public List<String> path() {
        return path;
    }

    public String step(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /// `/services/data/v66.0`
    public String root() {
        return "/services/data/" + exchange.segments().get(2);
    }

    public ObjectType type(String name) {
        return org.database().schema().type(name);
    }

    /// Whether the caller is the maker of the installed package, which skips its own writes.
    public boolean unwatched() {
        return exchange.header("Sforce-Call-Options")
                .filter(text -> OWN.matcher(text).find())
                .isPresent();
    }

    Transaction begin() {
        boolean allow =
                exchange.header("Sforce-Duplicate-Rule-Header")
                        .map(text -> text.replace(" ", "").contains("allowSave=true"))
                        .orElse(false);
        return org.database().begin(new Writer(call.id(), allow, unwatched()));
    }

    /// Runs a piece of writing and commits it, unless it is part of a larger transaction, whose
    /// owner then commits.
    List<Outcome> write(Function<Transaction, List<Outcome>> work) {
        if (shared != null) {
            return work.apply(shared);
        }
        try (Transaction transaction = begin()) {
            List<Outcome> outcomes = work.apply(transaction);
            transaction.commit();
            return outcomes;
        }
    }

    /// The rows as this request sees them: with what its own transaction has written, if any.
    View view() {
        return shared != null ? shared.view() : org.database();
    }

    Optional<Row> see(ObjectType type, String id) {
        return view().find(type, id);
    }
}
