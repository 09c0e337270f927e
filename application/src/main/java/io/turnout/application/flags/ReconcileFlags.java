package io.turnout.application.flags;

import io.turnout.application.flags.FlagServer.Edit;
import io.turnout.application.flags.FlagServer.Showing;
import io.turnout.application.flags.FlagServer.Sight;
import io.turnout.application.flags.ProjectedFlags.Written;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Deviation;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Drift.Difference;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Reach;
import io.turnout.domain.rollout.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Has the rollout server show what was decided here, and watches what others change there. What
/// they switch off stays off here too, until somebody lifts it here; what they switch on never was
/// on here, and is taken away there.
public final class ReconcileFlags {
    /// The server takes a second to hand out what was written, and longer when it is busy.
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Edit UNKNOWN = new Edit("changed", "somebody", Instant.EPOCH);

    private final FlagPorts flags;
    private final ServerPorts ports;
    private final InstantSource clock;

    /// What was told last of each flag that is still not as it should be.
    private final Map<Flag, Told> told = new HashMap<>();

    private record Told(Edit edit, Difference difference) {}

    public ReconcileFlags(FlagPorts flags, ServerPorts ports, InstantSource clock) {
        this.flags = flags;
        this.ports = ports;
        this.clock = clock;
    }

    /// One look at every flag, unless another instance is at it or the server is away.
    public void reconcile() {
        boolean _ = ports.sole().alone(() -> ports.server().look().ifPresent(this::reconcile));
    }

    /// What fails for one flag keeps no other from being looked at.
    private void reconcile(Sight sight) {
        Map<Flag, Written> all = ports.projected().all();
        List<RuntimeException> failures = new ArrayList<>();
        for (Flag flag : flags.known()) {
            try {
                Written written = all.get(flag);
                if (written == null) {
                    show(flag);
                } else {
                    compare(flag, written, sight);
                }
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void compare(Flag flag, Written written, Sight sight) {
        Shown shown = sight.shown().getOrDefault(flag, new Shown.Nothing());
        Deviation deviation = Deviation.of(written.reach(), shown, org -> sight.isOn(flag, org));
        if (deviation.isNone()) {
            if (written.reach().equals(wanted(flag))) {
                var _ = told.remove(flag);
            } else {
                show(flag);
            }
            return;
        }
        Optional<Edit> edit =
                ports.server().lastEdit(flag).filter(one -> one.at().isAfter(written.at()));
        boolean settling = clock.instant().isBefore(written.at().plus(SETTLING));
        if (edit.isPresent() || !settling) {
            drifted(flag, written, shown, deviation, edit.orElse(UNKNOWN));
        }
    }

    private void drifted(Flag flag, Written written, Shown shown, Deviation deviation, Edit edit) {
        Difference difference = Difference.between(written.reach(), shown);
        List<Drift> drifts =
                deviation.off().isEmpty()
                        ? List.of(drift(flag, Optional.empty(), edit, difference))
                        : deviation.off().stream()
                                .map(off -> drift(flag, Optional.of(off), edit, difference))
                                .toList();
        // What could not be put right at the last look is no news at this one.
        tell(flag, new Told(edit, difference), drifts);
        if (Deviation.of(wanted(flag), shown, _ -> true).isNone()) {
            ports.projected().written(flag, wanted(flag));
            var _ = told.remove(flag);
        } else {
            show(flag);
        }
    }

    private void tell(Flag flag, Told now, List<Drift> drifts) {
        if (now.equals(told.get(flag))) {
            return;
        }
        for (Drift drift : drifts) {
            drift.off().ifPresent(off -> honour(new FlagChange.Kill(flag, off), drift.author()));
            flags.news().tell(drift);
        }
        flags.decisions().definitions().follow(flags.overlay().current());
        var _ = told.put(flag, now);
    }

    private Drift drift(Flag flag, Optional<Audience> off, Edit edit, Difference difference) {
        return new Drift(flag, off, edit.what(), edit.author(), clock.instant(), difference);
    }

    private void honour(FlagChange off, String author) {
        var _ =
                flags.overlay()
                        .change(
                                List.of(off),
                                new Author(
                                        "unleash:" + author,
                                        "switched off at the rollout server",
                                        "none"));
    }

    private Reach wanted(Flag flag) {
        return flags.overlay().current().of(flag).reach();
    }

    private void show(Flag flag) {
        Reach reach = wanted(flag);
        switch (ports.server().show(flag, reach)) {
            case Showing.Done() -> {
                ports.projected().written(flag, reach);
                var _ = told.remove(flag);
            }
            case Showing.NoRoom(var orgs, var max) -> {
                String what = "no room: " + orgs + " orgs are to be named, " + max + " can be";
                Edit edit = new Edit(what, Drift.OURSELVES, Instant.EPOCH);
                Difference difference = new Difference(reach.words(), "as before");
                tell(
                        flag,
                        new Told(edit, difference),
                        List.of(drift(flag, Optional.empty(), edit, difference)));
            }
        }
    }
}
