package io.turnout.application.privacy;

import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.application.privacy.RecordKeys.Window;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Makes what was made with an older key of an org with its newest, a window at a time: wraps keys
/// of records anew, and what people are found by. It forgets the older key once nothing is left of
/// it. That an org has two keys is all that says it must be done: whoever is killed at it leaves
/// nothing to be cleared up, and any number of instances may be at it. An older key goes only after
/// all records were looked at twice, from a moment on when nobody could write with it any more, and
/// none was found: one that does not open keeps it, and who read a record before it was wrapped
/// anew can still open it.
public final class RewrapRecords {
    private final OrgKeys keys;
    private final RecordKeys records;
    private final Vault vault;
    private final Map<Work, Pass> passes = new ConcurrentHashMap<>();
    private final Set<Work> clean = ConcurrentHashMap.newKeySet();

    public RewrapRecords(OrgKeys keys, RecordKeys records, Vault vault) {
        this.keys = keys;
        this.records = records;
        this.vault = vault;
    }

    /// What was done to how many orgs: things of records made anew, keys of orgs forgotten, and
    /// whether there may be more to do at once.
    public record Round(int orgs, int changed, int dropped, boolean more) {}

    private record Work(OrgId org, Purpose purpose) {}

    /// Does a window of every org and purpose that has more than one key.
    public Round rewrap() {
        List<OrgId> orgs = keys.replacing();
        boolean _ = passes.keySet().removeIf(work -> !orgs.contains(work.org()));
        boolean _ = clean.removeIf(work -> !orgs.contains(work.org()));
        int changed = 0;
        int dropped = 0;
        for (OrgId org : orgs) {
            for (Purpose purpose : Purpose.values()) {
                List<Wrapped> some =
                        keys.find(org).stream()
                                .filter(key -> key.name().purpose() == purpose)
                                .toList();
                if (some.size() > 1) {
                    Work work = new Work(org, purpose);
                    Pass pass = window(passFor(work, some));
                    changed += pass.last().changed();
                    dropped += keep(work, pass, some);
                }
            }
        }
        return new Round(orgs.size(), changed, dropped, changed > 0 || !passes.isEmpty());
    }

    private Pass passFor(Work work, List<Wrapped> some) {
        Name newest = some.getFirst().name();
        Pass pass = passes.get(work);
        return pass == null || !pass.newest().equals(newest) ? Pass.over(newest, some) : pass;
    }

    private Pass window(Pass pass) {
        Name newest = pass.newest();
        return pass.after(
                records.rewrap(
                        newest.org(),
                        pass.shelf(),
                        newest.id(),
                        pass.from(),
                        (record, from) -> rewrap(newest, record, from)));
    }

    private Optional<byte[]> rewrap(Name newest, UUID record, byte[] from) {
        try {
            return Optional.of(
                    newest.purpose() == Purpose.EMAIL
                            ? vault.finder(newest.org(), newest.id(), from)
                            : vault.rewrap(newest.org(), record, newest.id(), from));
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /// Where the walk goes on; at the end of the second that found nothing the older keys go.
    private int keep(Work work, Pass pass, List<Wrapped> some) {
        if (!pass.isOver()) {
            passes.put(work, pass);
            return 0;
        }
        passes.remove(work);
        if (!pass.isClean()) {
            boolean _ = clean.remove(work);
            return 0;
        }
        return clean.add(work) ? 0 : drop(work, some);
    }

    private int drop(Work work, List<Wrapped> some) {
        boolean _ = clean.remove(work);
        return (int)
                some.stream().skip(1).map(Wrapped::name).filter(name -> keys.drop(name)).count();
    }

    /// One walk over all records of an org, in the order of shelves and records. `closed` when it
    /// began after everybody had stopped writing under older keys.
    private record Pass(
            Name newest, boolean closed, int found, List<Shelf> left, UUID from, Window last) {
        static Pass over(Name newest, List<Wrapped> some) {
            boolean closed = some.stream().skip(1).allMatch(Wrapped::retired);
            Window none = new Window(0, 0, Optional.empty());
            List<Shelf> shelves = Shelf.of(newest.purpose());
            return new Pass(newest, closed, 0, shelves, RecordKeys.START, none);
        }

        Shelf shelf() {
            return left.getFirst();
        }

        Pass after(Window window) {
            return new Pass(
                    newest,
                    closed,
                    found + window.stale(),
                    window.end().isPresent() ? left : left.subList(1, left.size()),
                    window.end().orElse(RecordKeys.START),
                    window);
        }

        boolean isOver() {
            return left.isEmpty();
        }

        boolean isClean() {
            return isOver() && closed && found == 0;
        }
    }
}
