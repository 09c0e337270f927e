package io.turnout.application.delivery;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Patience;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What a relay does, by hand. An outbox hands out lanes of every org, so what other tests left
/// over is settled on the way to the one that is looked for.
public final class Relay {
    private static final int ORGS_MAX = 1_000;

    private Relay() {}

    public static Optional<Batch> take(Storage storage, Fair fair, BatchRule rule) {
        for (int i = 0; i < ORGS_MAX; i++) {
            Optional<Batch> batch = storage.outbox().take(rule);
            if (batch.isEmpty() || batch.get().org().equals(fair.org())) {
                return batch;
            }
            storage.outbox().settle(batch.get(), sent(batch.get()));
        }
        throw new IllegalStateException("the outbox does not run dry");
    }

    /// Settles what other tests left due, so that nothing is but this org's.
    public static void drainOthers(Storage storage, Fair fair, BatchRule rule) {
        Batch mine = take(storage, fair, rule).orElseThrow();
        if (take(storage, fair, rule).isPresent()) {
            throw new IllegalStateException("more than one lane of " + fair.org() + " is due");
        }
        storage.outbox().release(mine.lease());
    }

    public static Receipt sent(Batch batch) {
        return answered(
                Collections.nCopies(
                        batch.attendees().size(), new RowAnswer.Sent("003000000000001", true)));
    }

    public static Receipt answered(List<RowAnswer> answers) {
        return new Receipt.Answered(answers);
    }

    public static RowAnswer later() {
        return new RowAnswer.Wait(reason("UNABLE_TO_LOCK_ROW"), Patience.LOCK);
    }

    public static RowAnswer refused() {
        return new RowAnswer.Refused(reason("FIELD_CUSTOM_VALIDATION_EXCEPTION"));
    }

    private static Reason reason(String code) {
        return new Reason(code, "Título too long", List.of("Title__c"));
    }

    public static Outbox.LaneView lane(Outbox outbox, Fair fair) {
        return outbox.lanes(fair.org(), 100).stream()
                .filter(lane -> lane.event().equals(fair.event()))
                .findFirst()
                .orElseThrow();
    }
}
