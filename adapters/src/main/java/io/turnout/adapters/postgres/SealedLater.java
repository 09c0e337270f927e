package io.turnout.adapters.postgres;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The persons of a request, sealed when a writer will need them and not before: who asks for a
/// room that is full is mostly answered without. Made ready once, by whoever comes first.
final class SealedLater {
    private final Supplier<List<SealedPerson>> sealing;
    private @Nullable List<SealedPerson> sealed;

    SealedLater(Supplier<List<SealedPerson>> sealing) {
        this.sealing = sealing;
    }

    synchronized List<SealedPerson> people() {
        List<SealedPerson> ready = sealed == null ? sealing.get() : sealed;
        sealed = ready;
        return ready;
    }
}
