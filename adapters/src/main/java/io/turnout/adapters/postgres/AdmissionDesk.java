package io.turnout.adapters.postgres;

import io.turnout.domain.registration.Undecided;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The desk where callers wait: a bounded line before the writers, another before the reader for
/// those who ask for a room that was full a moment ago, and one for those who only look. Start it
/// before the first caller; closing it serves who is in line and takes nobody in any more.
public final class AdmissionDesk implements AutoCloseable {
    /// A look takes no lock and writes nothing, so many more may wait for one.
    private static final int LOOKS_A_DECISION = 4;

    private final Gate gate;
    private final AdmissionSettings settings;
    private final AdmissionQueue writers;
    private final AdmissionQueue refusals;
    private final AdmissionQueue looks;
    private final SoldOut soldOut = new SoldOut();
    private final SeatsListener listener;
    private final List<Thread> threads = new ArrayList<>();
    private final AdmissionBatch batch;

    public AdmissionDesk(Gate gate, AdmissionSettings settings) {
        this.gate = gate;
        this.settings = settings;
        this.writers = new AdmissionQueue(settings.queue());
        this.refusals = new AdmissionQueue(LOOKS_A_DECISION * settings.queue());
        this.looks = new AdmissionQueue(settings.queue());
        this.batch = new AdmissionBatch(gate, settings.waitlist());
        this.listener = new SeatsListener(gate.jdbi(), soldOut);
    }

    public void start() {
        for (int i = 1; i <= settings.writers(); i++) {
            start("admission-writer-" + i, new AdmissionWriter(writers, batch, soldOut));
        }
        start(
                "refusal-reader",
                new RefusalReader(refusals, batch, soldOut, (_, ask) -> passOn(ask)));
        start("look-reader", new RefusalReader(looks, batch, soldOut, AdmissionDesk::tell));
        start("seats-listener", listener);
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    /// How many wait for a writer now.
    public int waiting() {
        return writers.waiting();
    }

    /// Makes sure that a decision could be made and kept now: its threads live, its line has room,
    /// and the database takes writes.
    ///
    /// @throws IllegalStateException when not
    public void check() {
        boolean alive = !threads.isEmpty() && threads.stream().allMatch(Thread::isAlive);
        if (!alive || writers.waiting() >= settings.queue()) {
            throw new IllegalStateException(alive ? "the line is full" : "a writer is gone");
        }
        if (gate.jdbi().withHandle(AdmissionDesk::readOnly)) {
            throw new IllegalStateException("the database takes no writes");
        }
    }

    private static boolean readOnly(Handle handle) {
        return handle.createQuery("select pg_is_in_recovery()").mapTo(Boolean.class).one();
    }

    <D> D decide(Ask<D> ask) {
        if (full(ask.task()) || !writers.admits(ask.task().org())) {
            lookFirst(ask);
        } else {
            ask.task().prepare();
            switch (writers.offer(ask)) {
                case IN_LINE -> {
                    // A writer will come.
                }
                case LINE_FULL -> lookFirst(ask);
                case QUEUE_FULL -> ask.answer(Undecided.Cause.OVERLOADED);
            }
        }
        return ask.await(settings.patience(), settings.limit());
    }

    /// The same for who will most likely be refused: looked at first, and only then in line.
    <D> D recall(Ask<D> ask) {
        lookFirst(ask);
        return ask.await(settings.patience(), settings.limit());
    }

    /// Whether a room it wants was full a moment ago.
    private boolean full(Task task) {
        return task.endsWhereFull() && soldOut.any(task.org(), task.rooms());
    }

    /// Before anybody is refused, a reader looks whether the request was admitted earlier.
    private void lookFirst(Ask<?> ask) {
        if (refusals.offer(ask) != AdmissionQueue.Place.IN_LINE) {
            ask.answer(Undecided.Cause.OVERLOADED);
        }
    }

    /// Says what would be, to somebody who only looks.
    private static void tell(Fold fold, Ask<?> ask) {
        fold.look(ask);
        ask.answer();
    }

    /// Whoever would be admitted after all goes to the writers, if they have room.
    private void passOn(Ask<?> ask) {
        if (!writers.admits(ask.task().org())) {
            ask.answer(Undecided.Cause.OVER_SHARE);
            return;
        }
        ask.task().prepare();
        switch (writers.offer(ask)) {
            case IN_LINE -> {
                // A writer will come.
            }
            case LINE_FULL -> ask.answer(Undecided.Cause.OVER_SHARE);
            case QUEUE_FULL -> ask.answer(Undecided.Cause.OVERLOADED);
        }
    }

    /// Asks a reader of its own, so that those who only ask hold up nobody who comes to register.
    <D> D look(Ask<D> ask) {
        if (looks.offer(ask) != AdmissionQueue.Place.IN_LINE) {
            ask.answer(Undecided.Cause.OVERLOADED);
        }
        return ask.await(settings.patience(), settings.limit());
    }

    @Override
    public void close() {
        refusals.close();
        looks.close();
        writers.close();
        listener.close();
        for (Thread thread : threads) {
            try {
                if (!thread.join(settings.limit())) {
                    thread.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
