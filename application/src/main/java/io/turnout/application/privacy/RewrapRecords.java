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

/// Wraps what is under an older key of an org under its newest, a window at a time, and forgets the
/// older key once nothing is left under it. That an org has two keys is all that says it must be
/// done: whoever is killed at it leaves nothing to be cleared up, and any number of instances may
/// be at it. An older key goes only after all records were looked at twice, from a moment on when
/// nobody could write under it any more, and none was found: one that does not open keeps it, and
/// who read a record before it was wrapped anew can still open it.
public final class RewrapRecords {
    private final OrgKeys keys;
    private final RecordKeys records;
    private final Vault vault;
    private final Map<OrgId, Pass> passes = new ConcurrentHashMap<>();
    private final Set<OrgId> clean = ConcurrentHashMap.newKeySet();

    public RewrapRecords(OrgKeys keys, RecordKeys records, Vault vault) {
        this.keys = keys;
        this.records = records;
        this.vault = vault;
    }

    /// What was done to how many orgs: keys of records wrapped anew, keys of orgs forgotten, and
    /// whether there may be more to do at once.
    public record Round(int orgs, int changed, int dropped, boolean more) {}

    /// Does a window of every org that has more than one key.
    public Round rewrap() {
        List<OrgId> orgs = keys.replacing();
        boolean _ = passes.keySet().retainAll(orgs);
        boolean _ = clean.retainAll(orgs);
        int changed = 0;
        int dropped = 0;
        for (OrgId org : orgs) {
            List<Wrapped> seals =
                    keys.find(org).stream()
                            .filter(key -> key.name().purpose() == Purpose.SEAL)
                            .toList();
            if (seals.size() > 1) {
                Pass pass = window(passFor(org, seals));
                changed += pass.last().changed();
                dropped += keep(pass, seals);
            }
        }
        return new Round(orgs.size(), changed, dropped, changed > 0 || !passes.isEmpty());
    }

    private Pass passFor(OrgId org, List<Wrapped> seals) {
        Name newest = seals.getFirst().name();
        Pass pass = passes.get(org);
        return pass == null || !pass.newest().equals(newest) ? Pass.over(newest, seals) : pass;
    }

    private Pass window(Pass pass) {
        Name newest = pass.newest();
        return pass.after(
                records.rewrap(
                        newest.org(),
                        pass.shelf(),
                        newest.id(),
                        pass.from(),
                        (record, wrapped) -> rewrap(newest, record, wrapped)));
    }

    private Optional<byte[]> rewrap(Name newest, UUID record, byte[] wrapped) {
        try {
            return Optional.of(vault.rewrap(newest.org(), record, newest.id(), wrapped));
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /// Where the walk goes on; at the end of the second that found nothing the older keys go.
    private int keep(Pass pass, List<Wrapped> seals) {
        OrgId org = pass.newest().org();
        if (!pass.isOver()) {
            passes.put(org, pass);
            return 0;
        }
        passes.remove(org);
        if (!pass.isClean()) {
            boolean _ = clean.remove(org);
            return 0;
        }
        return clean.add(org) ? 0 : drop(seals);
    }

    private int drop(List<Wrapped> seals) {
        return (int)
                seals.stream().skip(1).map(Wrapped::name).filter(name -> keys.drop(name)).count();
    }

    /// One walk over all records of an org, in the order of shelves and records. `closed` when it
    /// began after everybody had stopped writing under older keys.
    private record Pass(
            Name newest, boolean closed, int found, List<Shelf> left, UUID from, Window last) {
        static Pass over(Name newest, List<Wrapped> seals) {
            boolean closed = seals.stream().skip(1).allMatch(Wrapped::retired);
            Window none = new Window(0, 0, Optional.empty());
            return new Pass(newest, closed, 0, List.of(Shelf.values()), RecordKeys.START, none);
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
