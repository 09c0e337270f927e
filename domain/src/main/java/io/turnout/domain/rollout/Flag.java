package io.turnout.domain.rollout;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// Everything that is switched on org by org (A28). A flag is for a while: by `removal`, either the
/// new way is the only one or it is gone, and its line here with it. A tenant's home stays as long
/// as there is more than one stack.
public enum Flag {
    CHECKOUT_V2(
            "checkout-v2",
            "checkout",
            "New visitors choose, have the seats held, and say then who comes (checkout version 2)",
            LocalDate.of(2027, 6, 30),
            Initially.NOBODY),
    WAITING_ROOM(
            "waiting-room",
            "checkout",
            "When more come than can be let in, visitors wait in line",
            LocalDate.of(2027, 6, 30),
            Initially.EVERYBODY),
    BULK_LANE(
            "bulk-lane",
            "delivery",
            "A backlog leaves for Salesforce as a Bulk job instead of in calls of 200",
            LocalDate.of(2027, 6, 30),
            Initially.EVERYBODY),
    TENANT_HOME(
            "tenant-home",
            "platform",
            "The org is to be served by the new stack; its move is a matter of its own",
            LocalDate.of(2027, 12, 31),
            Initially.NOBODY);

    private final String key;
    private final String owner;
    private final String purpose;
    private final LocalDate removal;
    private final Initially initially;

    Flag(String key, String owner, String purpose, LocalDate removal, Initially initially) {
        this.key = key;
        this.owner = owner;
        this.purpose = purpose;
        this.removal = removal;
        this.initially = initially;
    }

    /// As it is written in storage, in addresses and at a rollout server.
    public String key() {
        return key;
    }

    /// Which team answers for it.
    public String owner() {
        return owner;
    }

    public String purpose() {
        return purpose;
    }

    /// By when nobody may need it any more.
    public LocalDate removal() {
        return removal;
    }

    /// Who has it in a house in which nothing was decided yet.
    public Initially initially() {
        return initially;
    }

    public static Optional<Flag> of(String key) {
        return Arrays.stream(values()).filter(flag -> flag.key.equals(key)).findFirst();
    }

    /// What was there before flags were is everybody's; what is new is nobody's.
    public enum Initially {
        EVERYBODY,
        NOBODY
    }
}
