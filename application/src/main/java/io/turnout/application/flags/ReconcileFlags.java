package io.turnout.application.flags;

import io.turnout.application.flags.FlagServer.Edit;
import io.turnout.application.flags.FlagServer.Sight;
import io.turnout.application.flags.ProjectedFlags.Written;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Deviation;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Reach;
import io.turnout.domain.rollout.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

    public ReconcileFlags(FlagPorts flags, ServerPorts ports, InstantSource clock) {
        this.flags = flags;
        this.ports = ports;
        this.clock = clock;
    }

    /// One look at every flag, unless another instance is at it or the server is away.
    public void reconcile() {
        boolean _ = ports.sole().alone(() -> ports.server().look().ifPresent(this::reconcile));
    }

    private void reconcile(Sight sight) {
        for (Flag flag : Flag.values()) {
            Optional<Written> written = Optional.ofNullable(ports.projected().all().get(flag));
            if (written.isEmpty()) {
                show(flag);
            } else {
                compare(flag, written.get(), sight);
            }
        }
    }

    private void compare(Flag flag, Written written, Sight sight) {
        Shown shown = sight.shown().getOrDefault(flag, new Shown.Nothing());
        Deviation deviation = Deviation.of(written.reach(), shown, org -> sight.isOn(flag, org));
        if (deviation.isNone()) {
            if (!written.reach().equals(wanted(flag))) {
                show(flag);
            }
            return;
        }
        Optional<Edit> edit =
                ports.server().lastEdit(flag).filter(one -> one.at().isAfter(written.at()));
        boolean settling = clock.instant().isBefore(written.at().plus(SETTLING));
        if (edit.isPresent() || !settling) {
            drifted(flag, shown, deviation, edit.orElse(UNKNOWN));
        }
    }

    private void drifted(Flag flag, Shown shown, Deviation deviation, Edit edit) {
        deviation.off().ifPresent(off -> honour(new FlagChange.Kill(flag, off), edit));
        flags.news()
                .tell(
                        new Drift(
                                flag,
                                deviation.off(),
                                edit.what(),
                                edit.author(),
                                clock.instant()));
        Deviation left = Deviation.of(wanted(flag), shown, _ -> true);
        if (left.isNone()) {
            ports.projected().written(flag, wanted(flag));
        } else {
            show(flag);
        }
    }

    private void honour(FlagChange off, Edit edit) {
        var _ =
                flags.overlay()
                        .change(
                                List.of(off),
                                new Author(
                                        "unleash:" + edit.author(),
                                        "switched off at the rollout server",
                                        "none"));
        flags.decisions().definitions().follow(flags.overlay().current());
    }

    private Reach wanted(Flag flag) {
        return flags.overlay().current().of(flag).reach();
    }

    private void show(Flag flag) {
        Reach reach = wanted(flag);
        ports.server().show(flag, reach);
        ports.projected().written(flag, reach);
    }
}
